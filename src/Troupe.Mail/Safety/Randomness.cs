namespace Troupe.Mail;

/// <summary>How random a short text looks: Shannon's entropy of its characters, in bits for each.</summary>
internal static class Randomness
{
    public static double Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var c in text)
        {
            counts[c < 128 ? c : 0]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}

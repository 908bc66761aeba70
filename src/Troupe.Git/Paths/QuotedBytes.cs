using System.Text;

namespace Troupe.Git;

/// <summary>Git's C-style quoting: <c>"a\tb\303\244"</c>.</summary>
internal static class QuotedBytes
{
    private const string Letters = "abtnvfr";

    public static byte[] Quote(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("\"", bytes.Length + 8);
        foreach (var b in bytes)
        {
            _ = b switch
            {
                (byte)'"' or (byte)'\\' => text.Append('\\').Append((char)b),
                < 0x20 or >= 0x7F => text.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0')),
                _ => text.Append((char)b),
            };
        }

        return Encoding.Latin1.GetBytes(text.Append('"').ToString());
    }

    /// <summary>Reads a quoted string at the start; false: it is not one.</summary>
    /// <param name="length">Bytes taken, both quotes included.</param>
    public static bool TryUnquote(ReadOnlySpan<byte> text, out byte[] bytes, out int length)
    {
        (bytes, length) = ([], 0);
        if (text.IsEmpty || text[0] != '"')
        {
            return false;
        }

        using var result = new MemoryStream();
        var i = 1;
        while (i < text.Length && text[i] != '"')
        {
            if (text[i] != '\\')
            {
                result.WriteByte(text[i++]);
                continue;
            }

            if (!TryEscape(text[(i + 1)..], out var value, out var taken))
            {
                return false;
            }

            result.WriteByte(value);
            i += 1 + taken;
        }

        (bytes, length) = (result.ToArray(), i + 1);
        return i < text.Length;
    }

    private static bool TryEscape(ReadOnlySpan<byte> text, out byte value, out int taken)
    {
        (value, taken) = (0, 1);
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] is (byte)'"' or (byte)'\\')
        {
            value = text[0];
            return true;
        }

        var letter = Letters.IndexOf((char)text[0], StringComparison.Ordinal);
        if (letter >= 0)
        {
            // \a is 7 and \r is 13: C's order is a, b, t, n, v, f, r.
            value = (byte)(7 + letter);
            return true;
        }

        if (text.Length < 3 || text[0] is < (byte)'0' or > (byte)'3' || !IsOctal(text[1]) || !IsOctal(text[2]))
        {
            return false;
        }

        (value, taken) = ((byte)(((text[0] - '0') * 64) + ((text[1] - '0') * 8) + (text[2] - '0')), 3);
        return true;
    }

    private static bool IsOctal(byte b) => b is >= (byte)'0' and <= (byte)'7';
}

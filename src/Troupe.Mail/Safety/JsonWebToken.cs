namespace Troupe.Mail;

/// <summary>Three parts in base64url with dots between them, of which the first two begin as JSON objects do.</summary>
internal static class JsonWebToken
{
    private const string Brace = "eyJ";
    private const int ShortestPart = 10;

    public static void Find(string text, ref List<SecretFinding>? found)
    {
        for (var at = 0; (at = text.IndexOf(Brace, at, StringComparison.Ordinal)) >= 0; at += Brace.Length)
        {
            if (at > 0 && IsPart(text[at - 1]))
            {
                continue;
            }

            var second = EndOfPart(text, at) + 1;
            var third = second + 2 < text.Length && text[second - 1] == '.' && text.AsSpan(second).StartsWith(Brace) ? EndOfPart(text, second) + 1 : 0;
            var end = third > 0 && third < text.Length && text[third - 1] == '.' ? EndOfPart(text, third) : 0;
            if (end - third >= ShortestPart && third - second > ShortestPart && second - at > ShortestPart)
            {
                SecretScan.Add(ref found, "JSON web token", at, end - at);
            }
        }
    }

    private static int EndOfPart(string text, int at)
    {
        while (at < text.Length && IsPart(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}

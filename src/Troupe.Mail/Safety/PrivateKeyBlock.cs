namespace Troupe.Mail;

/// <summary><c>-----BEGIN … PRIVATE KEY-----</c> with its content, up to its end line or the end of the text.</summary>
internal static class PrivateKeyBlock
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    public static void Find(string text, ref List<SecretFinding>? found)
    {
        for (var at = 0; (at = text.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0; at += Begin.Length)
        {
            var name = text.AsSpan(at + Begin.Length);
            var closing = name.IndexOf(Dashes, StringComparison.Ordinal);
            if (closing < 0 || !name[..closing].Contains("PRIVATE KEY", StringComparison.Ordinal) || name[..closing].Contains('\n'))
            {
                continue;
            }

            // The first line alone is how people speak of such a file.
            var content = at + Begin.Length + closing + Dashes.Length;
            if (text.AsSpan(content).TrimStart(" \t\r\n\\nr").Length < 16)
            {
                continue;
            }

            var end = text.IndexOf(End, content, StringComparison.Ordinal);
            var last = end < 0 ? -1 : text.IndexOf(Dashes, end + End.Length, StringComparison.Ordinal);
            SecretScan.Add(ref found, "private key", at, (last < 0 ? text.Length : last + Dashes.Length) - at);
        }
    }
}

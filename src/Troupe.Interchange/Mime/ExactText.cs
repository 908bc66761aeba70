using System.Text;

namespace Troupe.Interchange;

/// <summary>
/// Any text as the value of a header, so that it comes back the same: as itself where it is one plain word, else as
/// <c>base64:…</c>. Folding and encoded words change white space, and drop control characters.
/// </summary>
internal static class ExactText
{
    private const string Encoded = "base64:";
    private const int LongestPlain = 60;

    /// <summary>A long text has blanks in it, where a header can be folded.</summary>
    private const int Foldable = 60;

    public static string Write(string text) =>
        text.Length is > 0 and <= LongestPlain && text.All(c => c is > ' ' and < '\x7f' and not '=') && !text.StartsWith(Encoded, StringComparison.Ordinal)
            ? text
            : Encoded + string.Join(' ', Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(Foldable).Select(part => new string(part)));

    /// <exception cref="FormatException">The encoded text is none.</exception>
    public static string Read(string value)
    {
        var text = value.Trim();
        if (!text.StartsWith(Encoded, StringComparison.Ordinal))
        {
            return text;
        }

        var digits = string.Concat(text[Encoded.Length..].Where(c => !char.IsWhiteSpace(c)));
        return Encoding.UTF8.GetString(Convert.FromBase64String(digits));
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Troupe.Weaving;

/// <summary>Mail headers that are not ASCII: <c>=?UTF-8?q?…?=</c> (RFC 2047). Pure.</summary>
internal static partial class EncodedWord
{
    public static string Decode(string header) =>
        Word().Replace(
            Between().Replace(header, "?==?"),
            match => Decode(match.Groups["set"].Value, match.Groups["form"].Value, match.Groups["text"].Value) ?? match.Value);

    private static string? Decode(string set, string form, string text)
    {
        var encoding = set.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8
            : set.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1
            : null;
        if (encoding is null)
        {
            return null;
        }

        if (form is "q" or "Q")
        {
            return encoding.GetString(Quoted(text.Replace('_', ' ')));
        }

        Span<byte> bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? encoding.GetString(bytes[..length]) : null;
    }

    private static byte[] Quoted(string text)
    {
        List<byte> bytes = [];
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '=' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            bytes.Add(isEscape ? byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : (byte)text[i]);
            i += isEscape ? 2 : 0;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?(?<set>[^?\s]+)\?(?<form>[bBqQ])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}

using System.Globalization;
using System.Text;

namespace Troupe.Analytics;

/// <summary>Room to look at texts of a log as characters, one at a time and used again and again. For one thread.</summary>
internal sealed class TextBuffer
{
    private char[] _characters = new char[64 * 1024];

    /// <summary>The characters of UTF-8; valid until the next call.</summary>
    public Span<char> Characters(ReadOnlySpan<byte> utf8)
    {
        if (_characters.Length < utf8.Length)
        {
            _characters = new char[utf8.Length];
        }

        return _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
    }

    /// <summary>What the inside of a JSON string says; valid until the next call.</summary>
    /// <exception cref="FormatException">It is not the inside of a JSON string.</exception>
    public ReadOnlySpan<char> Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = Characters(escaped);
        var (from, to) = (0, 0);
        int plain;
        while ((plain = text[from..].IndexOf('\\')) >= 0)
        {
            text.Slice(from, plain).CopyTo(text[to..]);
            to += plain;
            text[to++] = Escape(text[(from + plain + 1)..], out var length);
            from += plain + 1 + length;
        }

        if (from == 0)
        {
            return text;
        }

        text[from..].CopyTo(text[to..]);
        return text[..(to + text.Length - from)];
    }

    private static char Escape(ReadOnlySpan<char> after, out int length)
    {
        length = 1;
        switch (after)
        {
            case ['n', ..]: return '\n';
            case ['r', ..]: return '\r';
            case ['t', ..]: return '\t';
            case ['b', ..]: return '\b';
            case ['f', ..]: return '\f';
            case ['"' or '\\' or '/', ..]: return after[0];
            case ['u', var a, var b, var c, var d, ..]
                when ushort.TryParse([a, b, c, d], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                length = 5;
                return (char)code;
            default: throw new FormatException("a text in the record is no JSON string");
        }
    }
}

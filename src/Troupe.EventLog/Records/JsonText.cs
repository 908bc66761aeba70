using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>The inside of a JSON string: control characters always escaped, all other Unicode as itself.</summary>
internal static class JsonText
{
    /// <summary>Candidates that need a closer look: C0, quote, backslash, DEL, and the lead bytes of C1 and U+2028/2029.</summary>
    private static readonly SearchValues<byte> Suspects = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'"', (byte)'\\', 0x7f, 0xc2, 0xe2]);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: the text has no UTF-8 form.</exception>
    public static byte[] ToUtf8(string text, string what)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"The {what} of a record holds half of a surrogate pair, which is no text.", e);
        }
    }

    /// <summary>Writes valid UTF-8 as the inside of a JSON string.</summary>
    /// <param name="escaped">The text already is the inside of one: only raw control characters are replaced.</param>
    public static void Write(ReadOnlySpan<byte> utf8, bool escaped, ArrayBufferWriter<byte> into)
    {
        while (!utf8.IsEmpty)
        {
            var plain = IndexOfSuspect(utf8);
            if (plain < 0)
            {
                into.Write(utf8);
                return;
            }

            into.Write(utf8[..plain]);
            utf8 = utf8[plain..];
            utf8 = utf8[WriteSuspect(utf8, escaped, into)..];
        }
    }

    /// <summary>What the inside of a JSON string says.</summary>
    /// <exception cref="FormatException">It is not the inside of a JSON string.</exception>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(escaped);
        }

        var quoted = ArrayPool<byte>.Shared.Rent(escaped.Length + 2);
        try
        {
            quoted[0] = (byte)'"';
            escaped.CopyTo(quoted.AsSpan(1));
            quoted[escaped.Length + 1] = (byte)'"';
            var reader = new Utf8JsonReader(quoted.AsSpan(0, escaped.Length + 2));
            reader.Read();
            return reader.GetString()!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("A text in the record is no JSON string.", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(quoted);
        }
    }

    /// <summary>
    /// The search of the base library takes a call for every sixteen bytes where the program is compiled ahead for all processors;
    /// plain comparisons do without, and most texts hold nothing suspect.
    /// </summary>
    private static int IndexOfSuspect(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        for (; at + Vector128<byte>.Count <= utf8.Length; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(utf8.Slice(at, Vector128<byte>.Count));
            var suspect = Vector128.LessThan(bytes, Vector128.Create((byte)0x20))
                | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.Equals(bytes, Vector128.Create((byte)0x7f))
                | Vector128.Equals(bytes, Vector128.Create((byte)0xc2))
                | Vector128.Equals(bytes, Vector128.Create((byte)0xe2));
            if (suspect != Vector128<byte>.Zero)
            {
                break;
            }
        }

        var found = utf8[at..].IndexOfAny(Suspects);
        return found < 0 ? -1 : at + found;
    }

    /// <summary>Writes one character and gives the number of bytes that it had.</summary>
    private static int WriteSuspect(ReadOnlySpan<byte> utf8, bool escaped, ArrayBufferWriter<byte> into)
    {
        Rune.DecodeFromUtf8(utf8, out var rune, out var length);
        var isSyntax = rune.Value is '"' or '\\';
        var isControl = rune.Value is < 0x20 or (>= 0x7f and <= 0x9f) or 0x2028 or 0x2029;
        if (isSyntax ? escaped : !isControl)
        {
            into.Write(utf8[..length]);
            return length;
        }

        into.Write("\\"u8);
        var named = rune.Value switch
        {
            '"' => "\""u8,
            '\\' => "\\"u8,
            '\n' => "n"u8,
            '\r' => "r"u8,
            '\t' => "t"u8,
            '\b' => "b"u8,
            '\f' => "f"u8,
            _ => default,
        };
        if (named.IsEmpty)
        {
            Span<byte> digits = stackalloc byte[4];
            HexDigits.Write([(byte)(rune.Value >> 8), (byte)rune.Value], digits);
            into.Write("u"u8);
            into.Write(digits);
        }

        into.Write(named);
        return length;
    }
}

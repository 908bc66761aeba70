using System.Text;

namespace Troupe.Git;

/// <summary>
/// Paths of git are bytes, mostly but not always UTF-8. Here they are strings that lose nothing: a byte that is not part of
/// valid UTF-8 becomes the lone surrogate U+DC00 + byte (as in Python's <c>surrogateescape</c>), and back.
/// </summary>
public static class GitPath
{
    private const int EscapeBase = 0xDC00;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> path)
    {
        if (System.Text.Unicode.Utf8.IsValid(path))
        {
            return Strict.GetString(path);
        }

        var text = new StringBuilder(path.Length);
        while (!path.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(path, out var rune, out var consumed) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
                path = path[consumed..];
                continue;
            }

            // Only the first byte is known to be wrong; the next may start a valid sequence.
            text.Append((char)(EscapeBase + path[0]));
            path = path[1..];
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">The text holds a lone surrogate that no byte was decoded to.</exception>
    public static byte[] Encode(string path)
    {
        if (!path.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return Strict.GetBytes(path);
        }

        using var bytes = new MemoryStream(path.Length + 8);
        Span<byte> buffer = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            if (IsEscapedByte(path, i))
            {
                bytes.WriteByte((byte)(path[i] - EscapeBase));
                continue;
            }

            if (!Rune.TryGetRuneAt(path, i, out var rune))
            {
                throw new FormatException($"Position {i} of the path holds a lone surrogate.");
            }

            bytes.Write(buffer[..rune.EncodeToUtf8(buffer)]);
            i += rune.Utf16SequenceLength - 1;
        }

        return bytes.ToArray();
    }

    // A low surrogate that belongs to a pair is never reached here: the loop above steps over it.
    private static bool IsEscapedByte(string path, int i) => path[i] is >= '\uDC80' and <= '\uDCFF';
}

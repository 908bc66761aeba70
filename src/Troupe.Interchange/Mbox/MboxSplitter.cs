using System.Buffers;

namespace Troupe.Interchange;

/// <summary>
/// The messages of an mbox, each as the bytes between one separator and the next, without quotes. A separator is a line that begins with
/// <c>From </c> at the start of the file or after an empty line: programs that quote nothing at least leave that line.
/// </summary>
internal sealed class MboxSplitter(Stream file)
{
    private const int BufferLength = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;

    /// <returns>For each message its offset and its bytes; null for one that is longer than a letter may be.</returns>
    public IEnumerable<(long Offset, byte[]? Message)> Messages()
    {
        var (message, offset, begin, isAfterEmpty) = ((MemoryStream?)null, 0L, 0L, true);
        while (NextLine() is { } line)
        {
            if (isAfterEmpty && MboxQuoting.IsSeparator(line))
            {
                if (message is not null)
                {
                    yield return (begin, Finished(message));
                }

                (message, begin) = (new MemoryStream(), offset);
            }
            else if (message?.Length <= LetterLimits.LongestFile)
            {
                message.Write(MboxQuoting.IsQuoted(line) ? line.AsSpan(1) : line);
            }

            isAfterEmpty = line.AsSpan().TrimEnd("\r\n"u8).IsEmpty;
            offset += line.Length;
        }

        if (message is not null)
        {
            yield return (begin, Finished(message));
        }
    }

    /// <summary>The empty line before the next separator belongs to the mbox.</summary>
    private static byte[]? Finished(MemoryStream message)
    {
        if (message.Length > LetterLimits.LongestFile)
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = message.GetBuffer().AsSpan(0, (int)message.Length);
        return bytes.EndsWith("\r\n\r\n"u8) ? bytes[..^2].ToArray() : bytes.EndsWith("\n\n"u8) ? bytes[..^1].ToArray() : bytes.ToArray();
    }

    /// <summary>The next line with its line feed. One without an end is cut into pieces, none of which begins a message.</summary>
    private byte[]? NextLine()
    {
        _line.ResetWrittenCount();
        while (_line.WrittenCount < LetterLimits.LongestFile)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, file.Read(_buffer));
                if (_end == 0)
                {
                    break;
                }
            }

            var feed = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            var stop = feed < 0 ? _end : feed + 1;
            _line.Write(_buffer.AsSpan(_start, stop - _start));
            _start = stop;
            if (feed >= 0)
            {
                break;
            }
        }

        return _line.WrittenCount == 0 ? null : _line.WrittenSpan.ToArray();
    }
}

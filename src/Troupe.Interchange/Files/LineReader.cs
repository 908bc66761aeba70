namespace Troupe.Interchange;

/// <summary>A file's lines as bytes, each with its number and with a length that is bounded; empty lines mean nothing.</summary>
internal static class LineReader
{
    private const int BufferLength = 64 * 1024;

    public static IEnumerable<(int Number, byte[] Line)> Read(string path)
    {
        using var file = File.OpenRead(path);
        var (line, buffer, number) = (new MemoryStream(), new byte[BufferLength], 1);
        int length;
        while ((length = file.Read(buffer)) > 0)
        {
            for (var start = 0; start < length;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, length - start);
                line.Write(buffer, start, (end < 0 ? length : end) - start);
                Require(line.Length);
                if (end < 0)
                {
                    break;
                }

                if (Take(line) is { } full)
                {
                    yield return (number, full);
                }

                number++;
                start = end + 1;
            }
        }

        if (Take(line) is { } last)
        {
            yield return (number, last);
        }
    }

    private static byte[]? Take(MemoryStream line)
    {
        var bytes = line.ToArray();
        line.SetLength(0);
        return bytes.AsSpan().Trim(" \t\r"u8).IsEmpty ? null : bytes;
    }

    private static void Require(long bytes)
    {
        if (bytes > LetterLimits.LongestFile)
        {
            throw BoundedFile.TooLong(bytes);
        }
    }
}

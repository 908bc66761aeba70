using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Writes a batch of lines to the end of a log: one write, if the system takes it whole.</summary>
internal static class LineWriter
{
    /// <summary>A disk that takes only parts of lines, again and again, would be filled with them.</summary>
    private const int MaxCuts = 8;

    /// <param name="log">The log; its lock is held.</param>
    /// <param name="lines">The lines, each with its newline and with none within.</param>
    /// <param name="starts">Where in <paramref name="lines"/> each begins.</param>
    /// <param name="end">The end of the log.</param>
    /// <returns>Where each line begins in the log, and the log's end.</returns>
    public static (long[] Places, long End) Write(StorageFile log, ReadOnlySpan<byte> lines, IReadOnlyList<int> starts, long end)
    {
        var places = new long[starts.Count];
        var (from, cuts) = (0, 0);
        while (from < lines.Length)
        {
            var written = log.Write(lines[from..]);
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = starts[i] >= from && starts[i] < from + written ? end + starts[i] - from : places[i];
            }

            end += written;
            from += written;
            if (from < lines.Length && !starts.Contains(from))
            {
                if (++cuts > MaxCuts)
                {
                    throw new TroupeException(
                        ErrorCode.Storage,
                        $"Could not write to '{Printable.Escape(log.Path)}': the system keeps taking only parts of a record. Nothing was acknowledged; check the disk.");
                }

                from = EndCutLine(log, lines, starts, from);
                end++;
            }
        }

        return (places, end);
    }

    /// <summary>
    /// A short write cut a line. It is ended where it is, never cut back or continued, and written again whole: a line is
    /// the result of one write. Only where nothing but the newline is missing, the newline makes it whole.
    /// </summary>
    private static int EndCutLine(StorageFile log, ReadOnlySpan<byte> lines, IReadOnlyList<int> starts, int from)
    {
        log.WriteAll("\n"u8);
        return lines[from] == '\n' ? from + 1 : starts.Last(start => start < from);
    }
}

using System.Buffers;

namespace Troupe.EventLog;

/// <summary>
/// One pass over one segment. Lines that are whole records are taken where they lie; from the first one that is not, the reader that
/// finds records within damage goes on.
/// </summary>
internal sealed class SegmentSweep(StorageFile file, int segment, ISweeper sweeper)
{
    /// <summary>Longer than any record and what is read at once.</summary>
    private const int BufferLength = 2 * RecordFormat.MaxLength;

    /// <summary>Small enough to be still in the processor's own memory when it is looked at.</summary>
    private const int ReadLength = 128 * 1024;

    /// <returns>Whether there was nothing but records, and at most one more at the end that is being written.</returns>
    public bool Run(bool isSealed)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var (offset, kept) = (0L, 0);
            int read;
            while ((read = file.Read(buffer.AsSpan(kept, Math.Min(ReadLength, buffer.Length - kept)), offset + kept)) > 0)
            {
                var filled = buffer.AsSpan(0, kept + read);
                var taken = TakeLines(filled, offset);
                if (taken < 0 || (taken == 0 && filled.Length == buffer.Length))
                {
                    TakeSlowly(offset + Math.Max(~taken, 0));
                    return false;
                }

                filled[taken..].CopyTo(buffer);
                (offset, kept) = (offset + taken, filled.Length - taken);
            }

            return kept == 0 || TakeEnd(buffer.AsSpan(0, kept), offset, isSealed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>How many bytes whole lines have; the complement of the place of a line that is no record.</returns>
    private int TakeLines(ReadOnlySpan<byte> bytes, long offset)
    {
        var at = 0;
        while (true)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return at;
            }

            if (length > 0 && !TryTake(bytes.Slice(at, length), offset + at))
            {
                return ~at;
            }

            at += length + 1;
        }
    }

    private bool TryTake(ReadOnlySpan<byte> line, long offset)
    {
        if (!RecordHead.TryReadValid(line, out var head))
        {
            return false;
        }

        sweeper.Take(new SweptRecord(line, head, new Position(segment, offset)));
        return true;
    }

    /// <summary>The last line lacks its newline: it is whole all the same, or a write is under way.</summary>
    private bool TakeEnd(ReadOnlySpan<byte> rest, long offset, bool isSealed) =>
        TryTake(rest, offset) || (!TakeSlowly(offset) && !isSealed && DamageTracker.MayBecomeRecord(rest));

    /// <summary>Takes what the reader of damaged logs finds from here on.</summary>
    /// <returns>Whether that was anything.</returns>
    private bool TakeSlowly(long offset)
    {
        var scanner = new LogScanner(file, new Position(segment, offset), DamageTracker.Silent());
        var any = false;
        while (scanner.Next() is { } record)
        {
            any |= TryTake(record.Json.Span, record.Position.Offset);
        }

        return any;
    }
}

using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>What an append does while it holds the log's lock.</summary>
internal sealed class BatchWriter(SegmentFolder segments, TimeProvider time)
{
    /// <summary>Writes what is new of a batch to the end of the active segment.</summary>
    public AppendResult Write(WriterFiles files, RecordIndex index, IReadOnlyList<UnchainedRecord> batch, Position? onlyIfEndIs)
    {
        if (index.End == 0)
        {
            // The first records are worth nothing while the log's own name is not durable.
            segments.Folder.SyncWithParent();
        }

        var plan = new BatchPlan(batch, new KnownRecords(segments.Folder, index));
        var end = new Position(index.Segment, index.End);
        if (plan.Fresh.IsEmpty)
        {
            return new AppendResult.Appended(plan.Outcomes([]), end);
        }

        var before = index.LastRecord is null ? LastOfSealed(index.Segment) : null;
        if (onlyIfEndIs is { } expected && (expected > end || IsFollowed(expected, index, before)))
        {
            return new AppendResult.Moved(end);
        }

        // A first segment, and one that has records, begins with what the caller brings.
        var lines = before is null ? plan.Fresh : plan.Fresh.Insert(0, SegmentOpening.After(index.Segment - 1, before.Length, time));
        var (places, newEnd) = WriteLines(files, index, lines, before?.Chain ?? index.Chain);
        return new AppendResult.Appended(plan.Outcomes(places.AsSpan()[^plan.Fresh.Length..]), newEnd);
    }

    /// <summary>
    /// Whether a caller's record begins at or after a place. The opening of a segment is none, and where the write that
    /// began the segment was cut behind it, it is all that the segment holds.
    /// </summary>
    private bool IsFollowed(Position place, RecordIndex index, SealedEnd? before)
    {
        var last = index.LastRecord ?? before?.LastRecord;
        return place <= last
            && !(index.LastRecord is { } opening
                && index.Records.Read(opening) is { } record
                && SegmentOpening.Is(record)
                && place > LastOfSealed(index.Segment)?.LastRecord);
    }

    private static (Position[] Places, Position End) WriteLines(
        WriterFiles files, RecordIndex index, ImmutableArray<UnchainedRecord> records, byte[] chain)
    {
        var lines = files.Lines(records.Sum(record => record.LineLength));
        var starts = new List<int>(records.Length);
        foreach (var record in records)
        {
            starts.Add(lines.WrittenCount);
            chain = record.WriteLine(chain, lines);
        }

        var (offsets, end) = LineWriter.Write(files.Log, lines.WrittenSpan, starts, index.End);
        var places = Array.ConvertAll(offsets, offset => new Position(index.Segment, offset));
        try
        {
            index.Add(Entries(records, places), end, offsets[^1], chain, lines.WrittenSpan);
        }
        catch (TroupeException)
        {
            // The records are in the log, and that is what counts. The index still says how far it reaches; the next
            // append brings it up to date, or says why it cannot.
        }

        return (places, new Position(index.Segment, end));
    }

    private static List<IndexEntry> Entries(ImmutableArray<UnchainedRecord> records, Position[] places)
    {
        var entries = new List<IndexEntry>(2 * places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            entries.Add(IndexEntry.Of(IndexEntry.HashOf(records[i].Id), places[i]));
            if (records[i].Key is not null)
            {
                entries.Add(IndexEntry.Of(IndexEntry.HashOf(records[i].EscapedKey), places[i]));
            }
        }

        return entries;
    }

    /// <summary>The last record before a segment that has none yet, and how long the segment before it is.</summary>
    private SealedEnd? LastOfSealed(int active)
    {
        for (var segment = active - 1; segment >= 0; segment--)
        {
            using var index = SealedIndex.TryOpen(segments.Folder, segment);
            if (index?.LastRecord is { } last)
            {
                return new SealedEnd(last, index.Chain, index.Length);
            }
        }

        return active == 0 ? null : new SealedEnd(default, RecordFormat.ChainStart.ToArray(), 0);
    }

    private sealed record SealedEnd(Position LastRecord, byte[] Chain, long Length);
}

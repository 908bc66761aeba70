using System.Collections.Immutable;

namespace Troupe.EventLog;

/// <summary>Which records of a batch are new, and which repeat a record of the log or an earlier one of the batch.</summary>
internal sealed class BatchPlan
{
    private readonly IReadOnlyList<UnchainedRecord> _batch;
    private readonly LogRecord?[] _originals;

    /// <summary>For each record the place in <see cref="Fresh"/> of the one that is written for it; -1: none, the log has it.</summary>
    private readonly int[] _written;

    public BatchPlan(IReadOnlyList<UnchainedRecord> batch, RecordIndex index)
    {
        _batch = batch;
        _originals = new LogRecord?[batch.Count];
        _written = new int[batch.Count];
        var fresh = ImmutableArray.CreateBuilder<UnchainedRecord>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var record = batch[i];
            _originals[i] = index.FindOriginal(record);
            _written[i] = _originals[i] is null ? IndexOf(fresh, record) : -1;
            if (_originals[i] is null && _written[i] < 0)
            {
                _written[i] = fresh.Count;
                fresh.Add(record);
            }
        }

        Fresh = fresh.ToImmutable();
    }

    /// <summary>What is to be written.</summary>
    public ImmutableArray<UnchainedRecord> Fresh { get; }

    /// <summary>One outcome per record of the batch, given where each of <see cref="Fresh"/> was written.</summary>
    public AppendOutcome[] Outcomes(long[] places)
    {
        var outcomes = new AppendOutcome[_batch.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = _originals[i] is { } original
                ? new AppendOutcome(original.Id, original.Position, Duplicate: true)
                : new AppendOutcome(Fresh[_written[i]].Id, new Position(0, places[_written[i]]), !ReferenceEquals(Fresh[_written[i]], _batch[i]));
        }

        return outcomes;
    }

    public List<IndexEntry> Entries(long[] places)
    {
        var entries = new List<IndexEntry>(2 * places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var position = new Position(0, places[i]);
            entries.Add(IndexEntry.Of(IndexEntry.HashOf(Fresh[i].Id), position));
            if (Fresh[i].Key is not null)
            {
                entries.Add(IndexEntry.Of(IndexEntry.HashOf(Fresh[i].EscapedKey), position));
            }
        }

        return entries;
    }

    private static int IndexOf(ImmutableArray<UnchainedRecord>.Builder fresh, UnchainedRecord record)
    {
        for (var i = 0; i < fresh.Count; i++)
        {
            if (fresh[i].Id == record.Id || (record.Key is not null && fresh[i].EscapedKey.SequenceEqual(record.EscapedKey)))
            {
                return i;
            }
        }

        return -1;
    }
}

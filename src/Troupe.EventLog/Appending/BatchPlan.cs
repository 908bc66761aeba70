using System.Collections.Immutable;

namespace Troupe.EventLog;

/// <summary>Which records of a batch are new, and which repeat a record of the log or an earlier one of the batch.</summary>
internal sealed class BatchPlan
{
    private readonly IReadOnlyList<UnchainedRecord> _batch;
    private readonly Original?[] _originals;

    /// <summary>For each record the place in <see cref="Fresh"/> of the one that is written for it; -1: none, the log has it.</summary>
    private readonly int[] _written;

    public BatchPlan(IReadOnlyList<UnchainedRecord> batch, KnownRecords known)
    {
        _batch = batch;
        _originals = new Original?[batch.Count];
        _written = new int[batch.Count];
        var fresh = ImmutableArray.CreateBuilder<UnchainedRecord>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var original = _originals[i] = known.Find(batch[i]);

            // What may be in memory only is written again under the same id: readers keep the first.
            _written[i] = original is { IsDurable: true } ? -1 : PlaceOf(original?.Record.Unchained() ?? batch[i], fresh);
        }

        Fresh = fresh.ToImmutable();
    }

    /// <summary>What is to be written.</summary>
    public ImmutableArray<UnchainedRecord> Fresh { get; }

    /// <summary>One outcome per record of the batch, given where each of <see cref="Fresh"/> was written.</summary>
    public AppendOutcome[] Outcomes(ReadOnlySpan<Position> places)
    {
        var outcomes = new AppendOutcome[_batch.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = _written[i] < 0
                ? new AppendOutcome(_originals[i]!.Record.Id, _originals[i]!.Record.Position, Duplicate: true)
                : new AppendOutcome(Fresh[_written[i]].Id, places[_written[i]], !ReferenceEquals(Fresh[_written[i]], _batch[i]));
        }

        return outcomes;
    }

    private static int PlaceOf(UnchainedRecord record, ImmutableArray<UnchainedRecord>.Builder fresh)
    {
        for (var i = 0; i < fresh.Count; i++)
        {
            if (fresh[i].Id == record.Id || (record.Key is not null && fresh[i].EscapedKey.SequenceEqual(record.EscapedKey)))
            {
                return i;
            }
        }

        fresh.Add(record);
        return fresh.Count - 1;
    }
}

namespace Troupe.EventLog;

/// <summary>Recognises repetitions in the whole log. Used under its lock only.</summary>
internal sealed class KnownRecords(StorageFolder folder, RecordIndex active)
{
    /// <summary>The record that the log holds under the id or the dedup key of the given one.</summary>
    public Original? Find(UnchainedRecord record)
    {
        if (!record.CanRepeat)
        {
            return null;
        }

        Original? inDoubt = null;
        for (var segment = 0; segment < active.Segment; segment++)
        {
            if (FindSealed(segment, record) is { } found)
            {
                if (!FailedSync.IsInDoubt(folder, segment, active.Boot))
                {
                    return new Original(found, IsDurable: true);
                }

                inDoubt ??= new Original(found, IsDurable: false);
            }
        }

        return active.Records.FindOriginal(record) is { } recent ? new Original(recent, IsDurable: true) : inDoubt;
    }

    private LogRecord? FindSealed(int segment, UnchainedRecord record)
    {
        using var index = SealedIndex.TryOpen(folder, segment);
        return index?.Records.FindOriginal(record);
    }
}

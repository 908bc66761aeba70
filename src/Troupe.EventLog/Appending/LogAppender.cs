using System.Buffers;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Lock, look, write, unlock, sync, acknowledge. The sync comes after the lock is released, so that the appends of many
/// processes share the disk's work; readers may therefore see a record that is not durable yet.
/// </summary>
internal sealed class LogAppender(ISystemCalls calls, StorageFolder folder)
{
    public const string LogName = "events.jsonl";
    public const string LockName = "events.lock";

    private Guid? _boot;

    /// <summary>Asked once: a process does not live through another boot.</summary>
    private Guid Boot => _boot ??= BootIdentity.Read(calls);

    public AppendResult Append(IReadOnlyList<UnchainedRecord> batch, Position? onlyIfEndIs)
    {
        // What is done between lock and unlock, every other writer waits for.
        var boot = Boot;
        using var gate = folder.Open(LockName, OpenMode.ReadWrite);
        gate.Lock();
        using var log = folder.Open(LogName, OpenMode.Append);
        using var index = RecordIndex.Open(calls, folder, log, boot);
        var result = AppendLocked(log, index, batch, onlyIfEndIs);
        gate.Unlock();
        if (result is AppendResult.Appended)
        {
            // Also for duplicates: this sync covers the original, whoever wrote it.
            Sync(log);
        }

        return result;
    }

    /// <summary>Syncs the log once. A failure is final: the system reports it once, and a second sync would claim success.</summary>
    public void Sync(StorageFile log)
    {
        try
        {
            log.Sync();
        }
        catch (TroupeException e)
        {
            RememberFailedSync();
            throw new TroupeException(
                ErrorCode.Storage,
                $"{e.Message} What was to be appended is not acknowledged and may be lost; nothing more is appended to this log until the machine has been restarted or the folder copied to a healthy disk.",
                e);
        }
    }

    private AppendResult AppendLocked(StorageFile log, RecordIndex index, IReadOnlyList<UnchainedRecord> batch, Position? onlyIfEndIs)
    {
        if (index.End == 0)
        {
            // The first records are worth nothing while the log's own name is not durable.
            folder.SyncWithParent();
        }

        var plan = new BatchPlan(batch, index);
        if (!plan.Fresh.IsEmpty && onlyIfEndIs is { } expected && (expected.Offset <= index.LastRecord || expected.Offset > index.End))
        {
            return new AppendResult.Moved(new Position(0, index.End));
        }

        return plan.Fresh.IsEmpty
            ? new AppendResult.Appended(plan.Outcomes([]), new Position(0, index.End))
            : Write(log, index, plan);
    }

    private static AppendResult.Appended Write(StorageFile log, RecordIndex index, BatchPlan plan)
    {
        var lines = new ArrayBufferWriter<byte>(plan.Fresh.Sum(record => record.Head.Length + 64));
        var starts = new List<int>(plan.Fresh.Length);
        var chain = index.Chain.ToArray();
        foreach (var record in plan.Fresh)
        {
            starts.Add(lines.WrittenCount);
            chain = record.WriteLine(chain, lines);
        }

        var (places, end) = LineWriter.Write(log, lines.WrittenSpan, starts, index.End);
        try
        {
            index.Add(plan.Entries(places), end, places[^1], chain, lines.WrittenSpan);
        }
        catch (TroupeException)
        {
            // The records are in the log, and that is what counts. The index still says how far it reaches; the next
            // append brings it up to date, or says why it cannot.
        }

        return new AppendResult.Appended(plan.Outcomes(places), new Position(0, end));
    }

    private void RememberFailedSync()
    {
        try
        {
            using var gate = folder.Open(LockName, OpenMode.ReadWrite);
            gate.Lock();
            using var log = folder.Open(LogName, OpenMode.Append);
            using var index = RecordIndex.Open(calls, folder, log, Boot);
            index.RememberFailedSync();
        }
        catch (TroupeException)
        {
            // The disk that just failed fails again; the first failure is what the caller hears.
        }
    }
}

using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Lock, look, write, unlock, sync, acknowledge. The sync comes after the lock is released, so that the appends of many
/// processes share the disk's work; readers may therefore see a record that is not durable yet.
/// </summary>
internal sealed class LogAppender(ISystemCalls calls, SegmentFolder segments, SegmentSealer sealer, TimeProvider time)
{
    private readonly BatchWriter _writer = new(segments, time);
    private WriterFiles? _idle;
    private Guid? _boot;

    /// <summary>Asked once: a process does not live through another boot.</summary>
    private Guid Boot => _boot ??= BootIdentity.Read(calls);

    public AppendResult Append(IReadOnlyList<UnchainedRecord> batch, Position? onlyIfEndIs)
    {
        var written = Write(batch, onlyIfEndIs);
        var result = written.Result;
        if (result is AppendResult.Appended appended)
        {
            result = MakeDurable(batch, written, appended);
        }
        else
        {
            KeepOpen(written.Files);
        }

        if (written.SealedSegment is { } segment)
        {
            new ManifestWriter(segments).TryWrite(segment);
        }

        return result;
    }

    /// <summary>Makes everything before a position durable.</summary>
    public void Sync(Position upTo)
    {
        RefuseDoubt(upTo);
        using var segment = segments.Open(upTo.Segment);
        if (segment is { IsSealed: true, IsMissing: false })
        {
            // It was synced before it was sealed.
            return;
        }

        if (segment?.File is { } log)
        {
            SyncActive(log);
        }
        else if (segment is not { IsMissing: false } || upTo.Offset > 0)
        {
            throw new TroupeException(
                ErrorCode.Storage, $"There is no log in '{Printable.Escape(segments.Folder.Path)}' (any more) that reaches position {upTo}.");
        }
    }

    private void SyncActive(StorageFile log)
    {
        try
        {
            log.Sync();
        }
        catch (TroupeException failure)
        {
            GiveUpOn(log, failure);
            throw NotDurable(failure);
        }
    }

    /// <summary>What may be in memory only must not be built upon, in this segment or an earlier one.</summary>
    private void RefuseDoubt(Position upTo)
    {
        var active = segments.CountSealed();
        for (var segment = 0; segment <= upTo.Segment; segment++)
        {
            if (FailedSync.IsInDoubt(segments.Folder, segment, Boot) || (segment == active && FailedSync.IsActiveInDoubt(segments.Folder, Boot)))
            {
                throw new TroupeException(
                    ErrorCode.Storage,
                    $"The disk failed to store a part of the log in '{Printable.Escape(segments.Folder.Path)}', so nothing can be built on what is read there. Check the disk; after a restart of the machine the log shows what was stored.");
            }
        }
    }

    private Written Write(IReadOnlyList<UnchainedRecord> batch, Position? onlyIfEndIs)
    {
        // What is done between lock and unlock, every other writer waits for.
        var boot = Boot;
        var files = Interlocked.Exchange(ref _idle, null) ?? new WriterFiles(segments.Folder);
        try
        {
            files.Lock();
            var sealedSegment = sealer.Renew(files, boot);
            files.ShareSyncs(boot);
            var result = _writer.Write(files, RecordIndex.Of(files, boot, segments.CountSealed), batch, onlyIfEndIs);
            var ticket = IsAllNew(result) ? files.Group?.TakeTicket() : null;
            files.Unlock();
            return new Written(result, files, ticket, sealedSegment);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    private AppendResult.Appended MakeDurable(IReadOnlyList<UnchainedRecord> batch, Written written, AppendResult.Appended appended)
    {
        try
        {
            if (written is { Ticket: { } ticket, Files.Group: { } group })
            {
                group.Sync(written.Files.Log, ticket);
            }
            else
            {
                // For duplicates, too: this sync covers the original, whoever wrote it.
                written.Files.Log.Sync();
            }

            KeepOpen(written.Files);
            return appended;
        }
        catch (TroupeException failure)
        {
            using var failed = written.Files;
            return appended with { End = WriteAgain(batch, failed.Log, failure) };
        }
    }

    /// <summary>Whether all of a batch was written, so that its sync may be another writer's.</summary>
    private static bool IsAllNew(AppendResult result) =>
        result is AppendResult.Appended { Records.Count: > 0 } appended && appended.Records.All(record => !record.Duplicate);

    /// <summary>Files serve one append at a time; whoever appends beside it has his own, and one set is kept.</summary>
    private void KeepOpen(WriterFiles files) => Interlocked.Exchange(ref _idle, files)?.Dispose();

    /// <summary>
    /// A sync failed. It is never repeated on that file: the segment is sealed and the batch written once more, to a new
    /// one. A failure there is final.
    /// </summary>
    /// <returns>The end of the log.</returns>
    private Position WriteAgain(IReadOnlyList<UnchainedRecord> batch, StorageFile failed, TroupeException failure)
    {
        GiveUpOn(failed, failure);
        try
        {
            // The precondition held the first time; what the batch itself wrote must not break it now.
            var written = Write(batch, onlyIfEndIs: null);
            using var files = written.Files;
            SyncActive(files.Log);
            return ((AppendResult.Appended)written.Result).End;
        }
        catch (TroupeException)
        {
            throw NotDurable(failure);
        }
    }

    private void GiveUpOn(StorageFile log, TroupeException failure)
    {
        try
        {
            using var gate = segments.Folder.Open(WriterFiles.LockName, OpenMode.ReadWrite);
            gate.Lock();
            sealer.SealFailed(log, Boot);
        }
        catch (TroupeException)
        {
            throw NotDurable(failure);
        }
    }

    private static TroupeException NotDurable(TroupeException failure) => new(
        ErrorCode.Storage,
        $"{failure.Message} What was to be appended is not acknowledged and may be lost. Check the disk, or move the folder to a healthy one; then repeat.",
        failure);

    /// <summary>A batch that is written and not yet synced.</summary>
    /// <param name="Result">What was done.</param>
    /// <param name="Files">What it was written with.</param>
    /// <param name="Ticket">By which the group of <paramref name="Files"/> knows it; null: the writer syncs by himself.</param>
    /// <param name="SealedSegment">The segment that was sealed before, if one was.</param>
    private sealed record Written(AppendResult Result, WriterFiles Files, long? Ticket, int? SealedSegment);
}

using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Closes the active segment for good, under the log's lock: it gets a number, and the next append begins a new one. Writers
/// open the log after they have the lock, so none writes to a sealed file.
/// </summary>
internal sealed class SegmentSealer(ISystemCalls calls, SegmentFolder segments, long fullLength)
{
    /// <summary>Seals what is full, and what a sync failed on. Null: there was nothing to do; else the segment that was sealed.</summary>
    public int? SealIfDue()
    {
        var failed = FailedSync.IsActiveMarked(segments.Folder);
        using var log = segments.Folder.TryOpenToRead(SegmentNames.Active);
        if (log is null || (!failed && log.Status().Length < fullLength))
        {
            return null;
        }

        try
        {
            return Seal(log, failed);
        }
        catch (TroupeException) when (!failed)
        {
            // A segment that could not be sealed grows on; the next append tries again.
            return null;
        }
    }

    /// <summary>Seals the segment in which a sync has failed, unless somebody else has done so.</summary>
    public void SealFailed(StorageFile log)
    {
        using var active = segments.Folder.TryOpenToRead(SegmentNames.Active);
        var was = log.Status();
        if (active?.Status().IsSameFile(was) == true)
        {
            FailedSync.MarkActive(calls, segments.Folder);
            Seal(active, failed: true);
        }
        else
        {
            MarkSealed(was);
        }
    }

    private int Seal(StorageFile log, bool failed)
    {
        var segment = segments.CountSealed();
        if (failed)
        {
            FailedSync.MarkSealed(calls, segments.Folder, segment);
        }
        else
        {
            SealIndex(log);
            log.Sync();
        }

        segments.Folder.Rename(SegmentNames.Active, SegmentNames.Sealed(segment));
        if (!failed)
        {
            segments.Folder.Rename(SegmentNames.ActiveIndex, SegmentNames.Index(segment));
            segments.Folder.Sync();
        }

        FailedSync.UnmarkActive(segments.Folder);
        return segment;
    }

    private void SealIndex(StorageFile log)
    {
        using var writable = segments.Folder.Open(SegmentNames.Active, OpenMode.Append);
        using var index = RecordIndex.Open(calls, segments.Folder, writable, segments.CountSealed);
        index.Seal();
    }

    /// <summary>The file was sealed between the failed sync and now.</summary>
    private void MarkSealed(FileStatus failed)
    {
        for (var segment = segments.CountSealed() - 1; segment >= 0; segment--)
        {
            using var log = segments.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
            if (log?.Status().IsSameFile(failed) == true)
            {
                FailedSync.MarkSealed(calls, segments.Folder, segment);
                return;
            }
        }
    }
}

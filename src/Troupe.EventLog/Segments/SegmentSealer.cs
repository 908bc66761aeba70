using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Closes the active segment for good, under the log's lock: it gets a number, and the next append begins a new one. Writers
/// open the log after they have the lock, so none writes to a sealed file.
/// </summary>
internal sealed class SegmentSealer(ISystemCalls calls, SegmentFolder segments, long fullLength)
{
    /// <summary>Opens the active segment for appending, after sealing the one that is full or that a sync has failed on.</summary>
    /// <returns>The file, and the segment that was sealed, if one was.</returns>
    public (StorageFile Log, int? Sealed) OpenActive(Guid boot)
    {
        var log = segments.Folder.Open(SegmentNames.Active, OpenMode.Append);
        var failed = FailedSync.IsActiveMarked(segments.Folder);
        if (!failed && log.Status().Length < fullLength)
        {
            return (log, null);
        }

        int? segment = null;
        try
        {
            segment = Seal(log, failed, boot);
        }
        catch (TroupeException) when (!failed)
        {
            // A segment that could not be sealed grows on, and the next append tries again. What failed may have come after
            // the file got its number: it is never written to any more under the name that it had.
        }
        finally
        {
            log.Dispose();
        }

        return (segments.Folder.Open(SegmentNames.Active, OpenMode.Append), segment);
    }

    /// <summary>Seals the segment in which a sync has failed, unless somebody else has done so.</summary>
    public void SealFailed(StorageFile log, Guid boot)
    {
        using var active = segments.Folder.TryOpenToRead(SegmentNames.Active);
        var was = log.Status();
        if (active?.Status().IsSameFile(was) == true)
        {
            FailedSync.MarkActive(calls, segments.Folder);
            Seal(active, failed: true, boot);
        }
        else
        {
            MarkSealed(was);
        }
    }

    private int Seal(StorageFile log, bool failed, Guid boot)
    {
        var segment = segments.CountSealed();
        if (failed)
        {
            FailedSync.MarkSealed(calls, segments.Folder, segment);
        }
        else
        {
            SealIndex(log, boot);
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

    private void SealIndex(StorageFile log, Guid boot)
    {
        using var index = RecordIndex.Open(segments.Folder, log, boot, segments.CountSealed);
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

using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Closes the active segment for good, under the log's lock: it gets a number, and the next append begins a new one. Writers
/// open the log after they have the lock, so none writes to a sealed file.
/// </summary>
internal sealed class SegmentSealer(SegmentFolder segments, long fullLength)
{
    /// <summary>Opens the active segment for appending, after sealing the one that is full or that a sync has failed on.</summary>
    /// <returns>The file, and the segment that was sealed, if one was.</returns>
    public (StorageFile Log, int? Sealed) OpenActive(Guid boot)
    {
        var log = segments.Folder.Open(SegmentNames.Active, OpenMode.Append);
        var failed = FailedSync.IsActiveMarked(segments.Folder, boot);
        if (!failed && log.Status().Length < fullLength)
        {
            return (log, null);
        }

        int? segment = null;
        using (log)
        {
            failed = failed || !TrySync(log, boot);
            try
            {
                segment = Seal(log, failed, boot);
            }
            catch (TroupeException) when (!failed)
            {
                // A segment that could not be sealed grows on, and the next append tries again. What failed may have come
                // after the file got its number: it is never written to any more under the name that it had.
            }
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
            FailedSync.MarkActive(segments.Folder, boot);
            Seal(active, failed: true, boot);
        }
        else
        {
            MarkSealed(was, boot);
        }
    }

    /// <summary>
    /// A sealed segment is durable. False: it is not, and is marked. A sync is never repeated on a file where one has failed.
    /// </summary>
    private bool TrySync(StorageFile log, Guid boot)
    {
        try
        {
            log.Sync();
            return true;
        }
        catch (TroupeException)
        {
            FailedSync.MarkActive(segments.Folder, boot);
            return false;
        }
    }

    /// <summary>The new names become durable before the first record of the next segment is written.</summary>
    private int Seal(StorageFile log, bool failed, Guid boot)
    {
        var segment = segments.CountSealed();
        if (failed)
        {
            FailedSync.MarkSealed(segments.Folder, segment, boot);
        }

        var isIndexed = !failed && TrySealIndex(log, boot);
        segments.Folder.Rename(SegmentNames.Active, SegmentNames.Sealed(segment));
        if (isIndexed)
        {
            segments.Folder.Rename(SegmentNames.ActiveIndex, SegmentNames.Index(segment));
        }

        FailedSync.UnmarkActive(segments.Folder);
        return segment;
    }

    /// <summary>False: the index may lack what was not synced; it is made anew when it is needed.</summary>
    private bool TrySealIndex(StorageFile log, Guid boot)
    {
        try
        {
            using var index = RecordIndex.Open(segments.Folder, log, boot, segments.CountSealed);
            index.Seal();
            return true;
        }
        catch (TroupeException)
        {
            segments.Folder.Delete(SegmentNames.ActiveIndex);
            return false;
        }
    }

    /// <summary>The file was sealed between the failed sync and now.</summary>
    private void MarkSealed(FileStatus failed, Guid boot)
    {
        for (var segment = segments.CountSealed() - 1; segment >= 0; segment--)
        {
            using var log = segments.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
            if (log?.Status().IsSameFile(failed) == true)
            {
                FailedSync.MarkSealed(segments.Folder, segment, boot);
                return;
            }
        }
    }
}

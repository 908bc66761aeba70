using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Closes the active segment for good, under the log's lock: it gets a number, and the next append begins a new one. Writers
/// open the log after they have the lock, so none writes to a sealed file.
/// </summary>
internal sealed class SegmentSealer(SegmentFolder segments, long fullLength)
{
    /// <summary>Seals the active segment if it is full or a sync has failed on it, and opens the next one.</summary>
    /// <returns>The segment that was sealed, if one was.</returns>
    public int? Renew(WriterFiles files, Guid boot)
    {
        var failed = FailedSync.IsActiveMarked(files, segments.Folder, boot);
        if (!failed && files.Status.Length < fullLength)
        {
            return null;
        }

        int? segment = null;
        failed = failed || !TrySync(files.Log, boot);
        try
        {
            segment = Seal(files, failed, boot);
        }
        catch (TroupeException) when (!failed)
        {
            // A segment that could not be sealed grows on, and the next append tries again. What failed may have come
            // after the file got its number: it is never written to any more under the name that it had.
        }

        files.OpenNext();
        return segment;
    }

    /// <summary>Seals the segment in which a sync has failed, unless somebody else has done so.</summary>
    public void SealFailed(StorageFile log, Guid boot)
    {
        using var active = segments.Folder.TryOpenToRead(SegmentNames.Active);
        var was = log.Status();
        if (active?.Status().IsSameFile(was) == true)
        {
            FailedSync.MarkActive(segments.Folder, boot);
            Seal(files: null, failed: true, boot);
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
    private int Seal(WriterFiles? files, bool failed, Guid boot)
    {
        var segment = segments.CountSealed();
        if (failed)
        {
            FailedSync.MarkSealed(segments.Folder, segment, boot);
        }

        var isIndexed = !failed && files is not null && TrySealIndex(files, boot);
        segments.Folder.Rename(SegmentNames.Active, SegmentNames.Sealed(segment));
        if (isIndexed)
        {
            segments.Folder.Rename(SegmentNames.ActiveIndex, SegmentNames.Index(segment));
        }

        FailedSync.UnmarkActive(segments.Folder);
        return segment;
    }

    /// <summary>False: the index may lack what was not synced; it is made anew when it is needed.</summary>
    private bool TrySealIndex(WriterFiles files, Guid boot)
    {
        try
        {
            // The one that has the name is sealed, not one that somebody deleted while it was open.
            files.CloseIndex();
            RecordIndex.Of(files, boot, segments.CountSealed).Seal();
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

using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Describes sealed segments. A manifest is derived: a missing one can be made by anybody.</summary>
internal sealed class ManifestWriter(SegmentFolder segments)
{
    /// <summary>
    /// Describes a segment, as far as the disk allows. The log's lock must not be held: it is taken only to publish what was
    /// found, so that no writer waits for the reading and no rewrite of the segment gets the manifest of the file before.
    /// </summary>
    public void TryWrite(int segment)
    {
        try
        {
            using var log = segments.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
            if (log is null)
            {
                return;
            }

            var manifest = SegmentManifest.Of(log, segment);
            using var gate = HeldLock.Take(segments.Folder, WriterFiles.LockName);
            using var present = segments.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
            if (present?.Status() == log.Status())
            {
                Publish(manifest);
            }
        }
        catch (TroupeException)
        {
            // The append that sealed the segment has succeeded, and says so.
        }
    }

    /// <summary>Describes a segment. The log's lock must be held.</summary>
    public void Write(int segment)
    {
        using var log = segments.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
        if (log is not null)
        {
            Publish(SegmentManifest.Of(log, segment));
        }
    }

    private void Publish(SegmentManifest manifest)
    {
        var name = SegmentNames.Manifest(manifest.Segment - 1);
        var draft = name + SegmentNames.Draft;
        segments.Folder.Delete(draft);
        using (var file = segments.Folder.Open(draft, OpenMode.CreateNew))
        {
            file.WriteAt(manifest.ToUtf8(), 0);
            file.Sync();
        }

        segments.Folder.Rename(draft, name);
        segments.Folder.Sync();
    }
}

namespace Troupe.EventLog;

/// <summary>
/// Replaces bytes of a segment by others of the same number, so that every position stays what it was: a whole new file is
/// written beside the old one, synced, and takes its name. The only way in which anything in a log is ever changed.
/// </summary>
internal sealed class SegmentRewrite(SegmentFolder segments)
{
    /// <summary>Applies patches to a segment. The log's lock must be held.</summary>
    /// <param name="segment">Which one.</param>
    /// <param name="patches">Offsets in its file, and the bytes that stand there afterwards.</param>
    /// <param name="mends">
    /// Whether the patches mend what the segment's manifest does not fit. Else a segment that somebody had changed before keeps
    /// its old manifest, which goes on showing it.
    /// </param>
    public void Apply(int segment, IReadOnlyList<(long Offset, ReadOnlyMemory<byte> Bytes)> patches, bool mends)
    {
        using var open = segments.Open(segment);
        if (open?.File is not { } file)
        {
            return;
        }

        var name = open.IsSealed ? SegmentNames.Sealed(segment) : SegmentNames.Active;
        var draft = name + SegmentNames.Draft;
        var describe = open.IsSealed && (mends || IsAsDescribed(file, segment));
        segments.Folder.Delete(draft);
        using (var copy = segments.Folder.Open(draft, OpenMode.CreateNew))
        {
            FileCopy.Of(file, copy);
            foreach (var (offset, bytes) in patches)
            {
                copy.WriteAt(bytes.Span, offset);
            }

            copy.Sync();
        }

        if (describe)
        {
            // A manifest that is missing is made anew by whoever comes next; one of the file before would call this one changed.
            segments.Folder.Delete(SegmentNames.Manifest(segment));
            segments.Folder.Sync();
        }

        segments.Folder.Rename(draft, name);
        segments.Folder.Sync();
        if (describe)
        {
            new ManifestWriter(segments).Write(segment);
        }
    }

    private bool IsAsDescribed(StorageFile file, int segment) =>
        SegmentManifest.TryRead(segments.Folder, segment) is not { } manifest || manifest == SegmentManifest.Of(file, segment);
}

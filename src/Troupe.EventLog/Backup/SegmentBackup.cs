using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Copies the sealed segments of a log, with their manifests, to another folder: those that it lacks, and those that a redaction
/// or a repair has rewritten. The copies have the names of the originals, so restoring is copying back.
/// </summary>
public sealed class SegmentBackup
{
    private readonly SegmentFolder _log;
    private readonly StorageFolder _backup;

    /// <param name="log">The folder of the log.</param>
    /// <param name="backup">Created with mode 0700 when it is missing. It may be on any file system.</param>
    public SegmentBackup(string log, string backup)
        : this(log, backup, LinuxCalls.Instance)
    {
    }

    internal SegmentBackup(string log, string backup, ISystemCalls calls) =>
        (_log, _backup) = (new SegmentFolder(new StorageFolder(calls, log)), new StorageFolder(calls, backup));

    /// <param name="keep">Copies of the newest so many segments are kept, older ones deleted; 0: all are kept.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: the folder cannot be written, or the disk is full.</exception>
    public BackupReport Run(int keep, CancellationToken cancellationToken)
    {
        var count = _log.CountSealed();
        if (count == 0)
        {
            return new BackupReport([], 0, 0, []);
        }

        _backup.Create();
        var (copied, refused, present) = (new List<int>(), new List<int>(), 0);
        for (var segment = keep == 0 ? 0 : Math.Max(0, count - keep); segment < count; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (Copy(segment))
            {
                case CopyOutcome.Copied: copied.Add(segment + 1); break;
                case CopyOutcome.Present: present++; break;
                case CopyOutcome.Refused: refused.Add(segment + 1); break;
            }
        }

        return new BackupReport(copied, present, keep == 0 ? 0 : Prune(count - keep), refused);
    }

    private CopyOutcome Copy(int segment)
    {
        using var source = _log.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
        if (source is null)
        {
            return CopyOutcome.Missing;
        }

        // The manifest is read after the file was opened: it is then of this file, or of one that a rewrite has just made, which does not fit.
        var stated = SegmentManifest.TryRead(_log.Folder, segment);
        var length = source.Status().Length;
        if (stated is not null && stated == SegmentManifest.TryRead(_backup, segment) && LengthOf(segment) == length)
        {
            return CopyOutcome.Present;
        }

        var found = SegmentManifest.Of(source, segment);
        if (stated is not null && stated != found)
        {
            return IsPresent(source, segment) ? CopyOutcome.Refused : Copy(segment);
        }

        Write(SegmentNames.Sealed(segment), copy => FileCopy.Of(source, copy), found.Sha256);
        Write(SegmentNames.Manifest(segment), copy => copy.WriteAt(found.ToUtf8(), 0));
        return CopyOutcome.Copied;
    }

    /// <summary>False: a rewrite has just put another file in its place.</summary>
    private bool IsPresent(StorageFile source, int segment)
    {
        using var present = _log.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
        return present?.Status().IsSameFile(source.Status()) == true;
    }

    private long? LengthOf(int segment)
    {
        using var copy = _backup.TryOpenToRead(SegmentNames.Sealed(segment));
        return copy?.Status().Length;
    }

    /// <summary>Under another name first: a copy that has its own is whole and durable, and what was there before is good until then.</summary>
    private void Write(string name, Action<StorageFile> write, string? sha256 = null)
    {
        var draft = name + SegmentNames.Draft;
        _backup.Delete(draft);
        using (var copy = _backup.Open(draft, OpenMode.CreateNew))
        {
            write(copy);
            copy.Sync();
        }

        if (sha256 is not null)
        {
            Verify(draft, sha256);
        }

        _backup.Rename(draft, name);
        _backup.Sync();
    }

    private void Verify(string draft, string sha256)
    {
        using var copy = _backup.TryOpenToRead(draft);
        if (copy is null || FileDigest.Of(copy) != sha256)
        {
            throw new TroupeException(
                ErrorCode.Storage, $"'{Printable.Escape(_backup[draft])}' is not what was copied to it; the copy before it stays. Check that disk.");
        }
    }

    private int Prune(int before)
    {
        var pruned = 0;
        for (var segment = 0; segment < before; segment++)
        {
            if (LengthOf(segment) is not null)
            {
                // A manifest without its copy would never be found again.
                _backup.Delete(SegmentNames.Manifest(segment));
                _backup.Delete(SegmentNames.Sealed(segment));
                pruned++;
            }
        }

        return pruned;
    }

    private enum CopyOutcome
    {
        Missing,
        Present,
        Copied,
        Refused,
    }
}

namespace Troupe.EventLog;

/// <summary>
/// Reads every byte of a log and of its derived files and says what is wrong, changing nothing. Writers may go on: what they
/// append meanwhile is not looked at.
/// </summary>
public sealed class LogCheck
{
    private readonly SegmentFolder _segments;

    public LogCheck(string folder)
        : this(new SegmentFolder(new StorageFolder(LinuxCalls.Instance, folder)))
    {
    }

    internal LogCheck(SegmentFolder segments) => _segments = segments;

    /// <exception cref="Core.TroupeException">A file cannot be read, or holds a record of a later version.</exception>
    public LogCheckReport Run(CancellationToken cancellationToken)
    {
        var pass = new RecordPass(new Quarantine(_segments.Folder).Places());
        var findings = new List<LogFinding>();
        var (segments, bytes) = (0, 0L);
        for (; ; segments++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var segment = _segments.Open(segments);
            if (segment is null or { File: null, IsMissing: false })
            {
                break;
            }

            if (segment.File is not { } log)
            {
                pass.Miss(_segments.Folder[SegmentNames.Sealed(segments)], segments);
                continue;
            }

            var length = log.Status().Length;
            bytes += length;
            pass.Read(log, segments, length, segment.IsSealed, cancellationToken);
            findings.AddRange(segment.IsSealed ? OfSealed(log, segments) : OfActive(log, segments));
        }

        findings.AddRange(Leftovers());
        return new LogCheckReport(segments, pass.Records, bytes, [.. pass.Findings.Concat(findings).OrderBy(finding => finding.At ?? Position.Start)]);
    }

    private IEnumerable<LogFinding> OfSealed(StorageFile log, int segment)
    {
        var start = new Position(segment, 0);
        if (SegmentManifest.TryRead(_segments.Folder, segment) is not { } manifest)
        {
            yield return new LogFinding(LogFindingKind.NoManifest, log.Path, start, 0, "The sealed segment has no manifest that can be read; `repair` writes it.");
        }
        else if (manifest != SegmentManifest.Of(log, segment))
        {
            yield return new LogFinding(LogFindingKind.ChangedSegment, log.Path, start, 0, "The sealed segment is not what its manifest says: it was changed, cut or replaced after it was sealed.");
        }

        if (FailedSync.IsInDoubt(_segments.Folder, segment, BootIdentity.Read(_segments.Folder.Calls)))
        {
            yield return InDoubt(log, segment);
        }

        foreach (var finding in OfIndex(log, segment, SegmentNames.Index(segment)))
        {
            yield return finding;
        }
    }

    private IEnumerable<LogFinding> OfActive(StorageFile log, int segment)
    {
        var findings = OfIndex(log, segment, SegmentNames.ActiveIndex);
        return FailedSync.IsActiveInDoubt(_segments.Folder, BootIdentity.Read(_segments.Folder.Calls)) ? findings.Prepend(InDoubt(log, segment)) : findings;
    }

    private static LogFinding InDoubt(StorageFile log, int segment) => new(
        LogFindingKind.InDoubt, log.Path, new Position(segment, 0), 0, "The disk failed to store this segment; after a restart of the machine the log shows what was stored.");

    /// <summary>A draft of a rewrite that is under way looks the same; the repair waits for it.</summary>
    private IEnumerable<LogFinding> Leftovers() => !Directory.Exists(_segments.Folder.Path)
        ? []
        : Directory.EnumerateFiles(_segments.Folder.Path, "events*" + SegmentNames.Draft).Order(StringComparer.Ordinal).Select(file =>
            new LogFinding(LogFindingKind.Leftover, file, null, 0, "An interrupted rewrite left this file; `repair` deletes it."));

    /// <summary>An index that is missing or behind is made anew or caught up; one that lacks what it says it covers is wrong.</summary>
    private IEnumerable<LogFinding> OfIndex(StorageFile log, int segment, string name)
    {
        if (IndexCheck.Covered(_segments.Folder, name, log, segment) is { } lacking)
        {
            yield return new LogFinding(
                LogFindingKind.IndexDrift, _segments.Folder[name], lacking, 0, $"The index does not know the record at {lacking}, which it says it covers. Delete the index: it is rebuilt.");
        }
    }
}

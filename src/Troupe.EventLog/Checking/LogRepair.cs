namespace Troupe.EventLog;

/// <summary>
/// Takes damage out of a log's way. Damaged bytes are kept in <c>quarantine/</c> and replaced by line feeds, which mean nothing,
/// so that every position stays what it was. What was lost stays lost, and the broken chain goes on showing it.
/// </summary>
public sealed class LogRepair
{
    private readonly SegmentFolder _segments;
    private readonly Quarantine _quarantine;

    public LogRepair(string folder)
        : this(folder, LinuxCalls.Instance)
    {
    }

    internal LogRepair(string folder, ISystemCalls calls)
    {
        _segments = new SegmentFolder(new StorageFolder(calls, folder));
        _quarantine = new Quarantine(_segments.Folder);
    }

    /// <summary>Where the damaged bytes go.</summary>
    public string QuarantineFolder => _quarantine.Path;

    /// <summary>Which findings of a check a repair mends; the others need a person, or nothing.</summary>
    public static IReadOnlyList<LogFinding> Plan(LogCheckReport report) => [.. report.Findings.Where(finding =>
        finding.Kind is LogFindingKind.Corrupt or LogFindingKind.Unproven or LogFindingKind.Torn or LogFindingKind.NoManifest or LogFindingKind.IndexDrift)];

    /// <summary>Mends. Writers wait meanwhile.</summary>
    /// <param name="planned">Findings of a check of this log; what is no longer so is left alone.</param>
    public void Apply(IReadOnlyList<LogFinding> planned)
    {
        using var gate = _segments.Folder.Open(LogAppender.LockName, OpenMode.ReadWrite);
        gate.Lock();
        foreach (var segment in planned.Where(IsDamage).GroupBy(finding => finding.At!.Value.Segment))
        {
            var patches = segment.Select(TakeOut).OfType<(long, ReadOnlyMemory<byte>)>().ToList();
            new SegmentRewrite(_segments).Apply(segment.Key, patches);
        }

        foreach (var finding in planned.Where(finding => finding.Kind == LogFindingKind.NoManifest))
        {
            SegmentManifest.TryWrite(_segments.Folder, finding.At!.Value.Segment);
        }

        foreach (var finding in planned.Where(finding => finding.Kind == LogFindingKind.IndexDrift))
        {
            _segments.Folder.Delete(Path.GetFileName(finding.File));
        }
    }

    private static bool IsDamage(LogFinding finding) => finding.Kind is LogFindingKind.Corrupt or LogFindingKind.Unproven or LogFindingKind.Torn && finding.Length > 0;

    /// <summary>Null: the bytes are not there any more.</summary>
    private (long, ReadOnlyMemory<byte>)? TakeOut(LogFinding finding)
    {
        var at = finding.At!.Value;
        using var segment = _segments.Open(at.Segment);
        var bytes = new byte[finding.Length];
        if (segment?.File?.Read(bytes, at.Offset) != bytes.Length)
        {
            return null;
        }

        _quarantine.Keep(at, bytes);
        Array.Fill(bytes, (byte)'\n');
        return (at.Offset, bytes);
    }
}

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
        IsDamage(finding) || finding.Kind is LogFindingKind.NoManifest || IsDisposable(finding))];

    /// <summary>Mends. Writers wait meanwhile.</summary>
    /// <param name="planned">Findings of a check of this log; what is no longer so is left alone.</param>
    public void Apply(IReadOnlyList<LogFinding> planned)
    {
        using var gate = HeldLock.Take(_segments.Folder, WriterFiles.LockName);

        // Somebody else may have repaired it meanwhile: what is damage is looked at again while nobody can write.
        var present = new LogCheck(_segments).Run(CancellationToken.None).Findings.ToHashSet();
        // A checkpoint, right or wrong, is made anew when it is missed; whoever keeps them has looked at it.
        List<LogFinding> mended = [.. planned.Where(finding => finding.Kind is LogFindingKind.CheckpointDrift || present.Contains(finding))];
        foreach (var segment in mended.Where(IsDamage).GroupBy(finding => finding.At!.Value.Segment))
        {
            new SegmentRewrite(_segments).Apply(segment.Key, [.. segment.Select(TakeOut)], mends: true);
        }

        foreach (var finding in mended.Where(finding => finding.Kind == LogFindingKind.NoManifest))
        {
            new ManifestWriter(_segments).Write(finding.At!.Value.Segment);
        }

        foreach (var finding in mended.Where(IsDisposable))
        {
            _segments.Folder.Delete(Path.GetFileName(finding.File));
        }
    }

    private static bool IsDisposable(LogFinding finding) =>
        finding.Kind is LogFindingKind.IndexDrift or LogFindingKind.Leftover or LogFindingKind.CheckpointDrift;

    private static bool IsDamage(LogFinding finding) =>
        finding.Kind is LogFindingKind.Corrupt or LogFindingKind.Unproven or LogFindingKind.Torn;

    private (long, ReadOnlyMemory<byte>) TakeOut(LogFinding finding)
    {
        var at = finding.At!.Value;
        using var segment = _segments.Open(at.Segment);
        var bytes = new byte[finding.Length];
        segment!.File!.Read(bytes, at.Offset);
        _quarantine.Keep(at, bytes);
        Array.Fill(bytes, (byte)'\n');
        return (at.Offset, bytes);
    }
}

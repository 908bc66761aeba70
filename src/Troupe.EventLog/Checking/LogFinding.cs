namespace Troupe.EventLog;

/// <summary>Something in the folder of a log that is not as it should be.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file.</param>
/// <param name="At">Where in the log; null: the file as a whole.</param>
/// <param name="Length">How many bytes; 0 where that says nothing.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record LogFinding(LogFindingKind Kind, string File, Position? At, long Length, string Message)
{
    /// <summary>Whether something that had been in the log is lost or was changed, or may be, and no repair has put it on record.</summary>
    public bool IsLoss => Kind is LogFindingKind.Corrupt or LogFindingKind.Unproven or LogFindingKind.Missing or LogFindingKind.BrokenChain or LogFindingKind.ChangedBody
        or LogFindingKind.ChangedSegment or LogFindingKind.MissingBlob or LogFindingKind.ChangedBlob;
}

namespace Troupe.EventLog;

/// <summary>The outcome of a check.</summary>
/// <param name="Segments">How many segments, the active one included.</param>
/// <param name="Records">How many records count.</param>
/// <param name="Bytes">How long the segments are together.</param>
/// <param name="Findings">In the order of the log.</param>
public sealed record LogCheckReport(int Segments, long Records, long Bytes, IReadOnlyList<LogFinding> Findings)
{
    /// <summary>Everything that was ever acknowledged is there and unchanged, but for losses that a repair has put on record.</summary>
    public bool IsSound => !Findings.Any(finding => finding.IsLoss);
}

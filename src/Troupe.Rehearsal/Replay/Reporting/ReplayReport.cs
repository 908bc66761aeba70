namespace Troupe.Rehearsal.Replay;

/// <summary>What <c>troupe replay --json</c> prints. Members are only ever added.</summary>
public sealed record ReplayReport
{
    public int SchemaVersion { get; init; } = 1;

    public required string Repository { get; init; }

    public required int Batch { get; init; }

    public required HistoryReport History { get; init; }

    public required IReadOnlyList<CaseReport> Cases { get; init; }

    public required IReadOnlyList<FailedCase> Failed { get; init; }

    public required ReplayTotals Totals { get; init; }
}

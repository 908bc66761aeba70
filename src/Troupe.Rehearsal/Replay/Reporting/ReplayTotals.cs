namespace Troupe.Rehearsal.Replay;

/// <summary>All cases together.</summary>
public sealed record ReplayTotals
{
    public required int Cases { get; init; }

    public required int Personas { get; init; }

    public required int Landed { get; init; }

    public required int LandedFifo { get; init; }

    public required int Skipped { get; init; }

    public required int Unchanged { get; init; }

    public required int Held { get; init; }

    public required int Conflicts { get; init; }

    public required int Mails { get; init; }

    public required TickFigures Ticks { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Few files cause most conflicts: these.</summary>
    public required IReadOnlyList<HotFile> HotFiles { get; init; }

    internal static ReplayTotals Of(IReadOnlyList<CaseReport> cases) => new()
    {
        Cases = cases.Count,
        Personas = cases.Sum(one => one.Personas),
        Landed = cases.Sum(one => one.Landed),
        LandedFifo = cases.Sum(one => one.LandedFifo),
        Skipped = cases.Sum(one => one.Skipped),
        Unchanged = cases.Sum(one => one.Unchanged),
        Held = cases.Sum(one => one.Held),
        Conflicts = cases.Sum(one => one.Conflicts.Count),
        Mails = cases.Sum(one => one.Mails),
        Ticks = TickFigures.Of(cases.Select(one => one.Ticks)),
        Seconds = Math.Round(cases.Sum(one => one.Seconds), 3),
        HotFiles = HotFile.Of(cases),
    };
}

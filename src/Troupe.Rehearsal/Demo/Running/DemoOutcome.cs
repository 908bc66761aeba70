using Troupe.Sprints;

namespace Troupe.Rehearsal.Demo;

/// <summary>What a demo came to.</summary>
public sealed record DemoOutcome
{
    public required SprintReport Sprint { get; init; }

    /// <summary>What the branch has and the base had not, oldest first.</summary>
    public required IReadOnlyList<DemoCommit> Commits { get; init; }

    /// <summary>All mail, in the order in which it was sent.</summary>
    public required IReadOnlyList<DemoLetter> Mail { get; init; }

    /// <summary>Where the repository is; null: it is gone.</summary>
    public required string? Repository { get; init; }
}

using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Everything that is fixed for the whole sprint: its base, its personas in roster order, its limits.</summary>
public sealed record SprintStarted : SprintEvent
{
    public required SprintMode Mode { get; init; }

    /// <summary>Why this mode, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>The commit that the sprint starts from.</summary>
    public required CommitId Base { get; init; }

    /// <summary>Why that commit, in words for a person.</summary>
    public string? BaseReason { get; init; }

    public required TreeId BaseTree { get; init; }

    /// <summary>The branch that the sprint lands on, without <c>refs/heads/</c>.</summary>
    public required string Branch { get; init; }

    /// <summary>The branch that the work is meant for in the end.</summary>
    public required string Target { get; init; }

    public required LandingPlace Land { get; init; }

    /// <summary>Who takes part, in roster order. Frozen: personas that appear or vanish later change nothing.</summary>
    public required IReadOnlyList<PersonaId> Personas { get; init; }

    public required SprintLimits Limits { get; init; }
}

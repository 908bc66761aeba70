using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What is known of one persona in one sprint.</summary>
public sealed record PersonaProgress
{
    public required PersonaId Id { get; init; }

    /// <summary>Its place in the roster, from 0.</summary>
    public required int Rank { get; init; }

    public Standing Standing { get; init; }

    /// <summary>How many sessions were requested for it.</summary>
    public int Runs { get; init; }

    /// <summary>How many of its runs failed by its own fault.</summary>
    public int Charged { get; init; }

    /// <summary>How many of its runs do not count any more, because the lead asked for another try.</summary>
    public int Forgiven { get; init; }

    /// <summary>How many of its runs ended in a conflict.</summary>
    public int ConflictCount { get; init; }

    /// <summary>Its latest run.</summary>
    public SessionRun? Run { get; init; }

    /// <summary>Why its last woven or failed run did not land. Null: it did, or nothing ran yet.</summary>
    public Setback? Setback { get; init; }

    /// <summary>Why it is <see cref="Standing.Due"/>.</summary>
    public ReworkRequested? Rework { get; init; }

    public PersonaSkipped? Skip { get; init; }

    /// <summary>Its landed patches, oldest first. Only ever grows.</summary>
    public ImmutableList<PatchLanded> Landings { get; init; } = [];

    /// <summary>The landed patches that a report told it about.</summary>
    public ImmutableHashSet<PatchId> ToldAbout { get; init; } = [];

    /// <summary>The messages that its prompts showed.</summary>
    public ImmutableHashSet<string> Shown { get; init; } = [];

    /// <summary>The engine's own reports to it: they tell of a rework, they do not ask for one.</summary>
    public ImmutableHashSet<string> Reports { get; init; } = [];

    /// <summary>Digests of its patches, conflicts and failures so far, for the brake on runs without progress.</summary>
    public ImmutableHashSet<string> Seen { get; init; } = [];

    public bool HasLanded => !Landings.IsEmpty;

    /// <summary>Whether a session of it may be alive, or holds what is not safe yet.</summary>
    public bool IsActive => Standing is Standing.Due or Standing.Running or Standing.Ended;
}

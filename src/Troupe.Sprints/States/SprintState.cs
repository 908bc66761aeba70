using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What is true of one sprint now: the fold of its events. Immutable.</summary>
public sealed record SprintState
{
    /// <summary>The event that the sprint started with: everything that is fixed.</summary>
    public required SprintStarted Start { get; init; }

    public int Number => Start.Sprint;

    public SprintLimits Limits => Start.Limits;

    /// <summary>The mode now; it may have fallen back since the start.</summary>
    public required SprintMode Mode { get; init; }

    public required ImmutableDictionary<PersonaId, PersonaProgress> Personas { get; init; }

    public TickProgress Tick { get; init; } = TickProgress.None;

    /// <summary>How many ticks did something so far.</summary>
    public int Ticks { get; init; }

    /// <summary>Where the next session starts and the next weave begins.</summary>
    public required CommitId Tip { get; init; }

    public required TreeId Tree { get; init; }

    /// <summary>What the sprint's branch points at; null: nothing landed yet.</summary>
    public CommitId? BranchHead { get; init; }

    /// <summary>Every patch that landed in this sprint.</summary>
    public ImmutableHashSet<PatchId> Landed { get; init; } = [];

    public OpenWeave? Weave { get; init; }

    public int Weaves { get; init; }

    public int Sessions { get; init; }

    /// <summary>Keys of what is done for good: posted mail, notices, commands.</summary>
    public ImmutableHashSet<string> Done { get; init; } = [];

    /// <summary>Keys of intents that were recorded.</summary>
    public ImmutableHashSet<string> Intended { get; init; } = [];

    public ImmutableDictionary<string, CommandFailures> Failures { get; init; } = ImmutableDictionary<string, CommandFailures>.Empty;

    public ImmutableList<RunOutcome> Outcomes { get; init; } = [];

    public ImmutableList<PatchConflicted> Conflicts { get; init; } = [];

    /// <summary>Every patch that was held for a human, oldest first.</summary>
    public ImmutableList<HeldPatch> Held { get; init; } = [];

    /// <summary>Sessions whose work is nowhere but in their own folders, which must not be tidied up.</summary>
    public ImmutableHashSet<SessionId> Kept { get; init; } = [];

    /// <summary>Sessions that were to redo a patch which had not landed; a failed session that is tried again is none.</summary>
    public int Reworks { get; init; }

    /// <summary>Messages that the engine sent, to personas and to the lead.</summary>
    public int Mails { get; init; }

    public SprintPaused? Paused { get; init; }

    public ModeFellBack? Fallback { get; init; }

    public bool IsAborting { get; init; }

    public SprintEnded? Ended { get; init; }

    /// <summary>The personas in roster order.</summary>
    public IEnumerable<PersonaProgress> Roster => Start.Personas.Select(id => Personas[id]);
}

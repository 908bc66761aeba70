using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What became of one patch in a weave, before verification.</summary>
public sealed record PatchVerdict
{
    public required SessionId Session { get; init; }

    public required PatchOutcome Outcome { get; init; }

    /// <summary>The persona's commit, where it landed.</summary>
    public CommitId? Commit { get; init; }

    /// <summary>Conflict kinds by their persisted names, each once.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<CounterpartPatch> Counterparts { get; init; } = [];

    public IReadOnlyList<PersonaId> Rivals { get; init; } = [];

    /// <summary>Of the conflict's content, or of what is wrong with the patch.</summary>
    public string? Digest { get; init; }

    public string? Reason { get; init; }

    /// <summary>The blob of the report, where it conflicts.</summary>
    public string? Report { get; init; }

    /// <summary>The tree that it was carried onto; needed where it conflicts.</summary>
    public TreeId? Onto { get; init; }

    internal SprintEvent ToEvent(int sprint, int weave, PatchInWeave woven, DateTimeOffset now) => Outcome switch
    {
        PatchOutcome.Landed => new PatchLanded
        {
            Sprint = sprint, At = now, Weave = weave, Session = woven.Session, Patch = woven.Patch,
            Commit = Commit ?? throw new InvalidOperationException($"{woven.Session} landed without a commit."),
        },
        PatchOutcome.Conflicted => new PatchConflicted
        {
            Sprint = sprint, At = now, Weave = weave, Session = woven.Session, Patch = woven.Patch,
            Kinds = Kinds, Paths = Paths, Counterparts = Counterparts, Rivals = Rivals,
            Digest = Digest ?? throw new InvalidOperationException($"{woven.Session} conflicted without a digest."),
            Onto = Onto ?? throw new InvalidOperationException($"{woven.Session} conflicted with no tree."),
            Report = Report,
        },
        PatchOutcome.Held => new PatchHeld
        {
            Sprint = sprint, At = now, Weave = weave, Session = woven.Session, Patch = woven.Patch,
            Paths = Paths, Reason = Reason ?? "",
        },
        _ => new PatchRejected
        {
            Sprint = sprint, At = now, Weave = weave, Session = woven.Session, Patch = woven.Patch,
            Outcome = Outcome, Reason = Reason ?? "", Digest = Digest,
        },
    };
}

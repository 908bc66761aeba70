using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What a weave came to, as whoever performed it tells it.</summary>
public sealed record WeaveOutcome
{
    /// <summary>One for each patch of the command, in its order.</summary>
    public required IReadOnlyList<PatchVerdict> Verdicts { get; init; }

    public required TreeId Tree { get; init; }

    /// <summary>The new head of the branch; null: nothing landed.</summary>
    public CommitId? Head { get; init; }

    /// <summary>Null: there is nothing to verify, or no command to verify it with.</summary>
    public VerificationVerdict? Verification { get; init; }

    /// <summary>
    /// The events to record, without those that were recorded before a crash. A red tree lands nothing: then there is
    /// no word on the single patches, and what follows from it is decided next.
    /// </summary>
    /// <param name="state">The sprint, with the weave's intent in it.</param>
    public IReadOnlyList<SprintEvent> ToEvents(SprintState state, WeavePatches command, DateTimeOffset now)
    {
        var events = new List<SprintEvent>();
        var open = state.Weave;
        if (Verification is { } verdict && open?.Verification is null)
        {
            events.Add(new VerificationRan
            {
                Sprint = state.Number, At = now, Weave = command.Weave, Tree = Tree,
                Passed = verdict.Passed, Log = verdict.Log, Digest = verdict.Digest, Reason = verdict.Reason, Seconds = verdict.Seconds,
            });
        }

        if (Verification is { Passed: false })
        {
            return events;
        }

        events.AddRange(command.Patches.Zip(Verdicts)
            .Where(pair => open?.Judged.Contains(pair.First.Session) != true)
            .Select(pair => pair.Second.ToEvent(state.Number, command.Weave, pair.First, now)));
        if (Head is { } head && open?.Landing is null)
        {
            events.Add(new LandingPublished
            {
                Sprint = state.Number, At = now, Weave = command.Weave, Commit = head, Tree = Tree, Branch = command.Branch,
            });
        }

        return events;
    }
}

using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>Verdicts that tests hand to a <see cref="Play"/>.</summary>
internal static class Verdicts
{
    public static PatchVerdict Conflict(SessionId session, string[]? with = null, string[]? rivals = null, string? digest = null) => new()
    {
        Session = session,
        Outcome = PatchOutcome.Conflicted,
        Kinds = ["content"],
        Paths = ["README.md"],
        Counterparts = [.. (with ?? []).Select(word => new CounterpartPatch(SessionId.Parse(word).Persona, Names.Patch(word)))],
        Rivals = [.. (rivals ?? []).Select(PersonaId.Parse)],
        Digest = digest ?? $"{session}",
        Onto = Names.Tree("tip"),
    };

    public static PatchVerdict Not(SessionId session, PatchOutcome outcome, string? digest = null) => new()
    {
        Session = session, Outcome = outcome, Reason = $"it is {outcome}", Digest = digest ?? $"{session}", Onto = Names.Tree("tip"),
    };
}

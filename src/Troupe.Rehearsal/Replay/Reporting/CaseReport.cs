using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Replay;

/// <summary>What one rehearsed sprint came to.</summary>
public sealed record CaseReport
{
    /// <summary>A commit of the repository's mainline.</summary>
    public required string Base { get; init; }

    /// <summary>How many took part.</summary>
    public required int Personas { get; init; }

    public required int Ticks { get; init; }

    /// <summary>How many landed in the end.</summary>
    public required int Landed { get; init; }

    /// <summary>How many land at once when they are folded as they come.</summary>
    public required int LandedFifo { get; init; }

    /// <summary>How many did not land: out of attempts, or the same change came again.</summary>
    public required int Skipped { get; init; }

    /// <summary>How many had nothing left to change.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many a sprint would have held for a human.</summary>
    public required int Held { get; init; }

    public required int Mails { get; init; }

    public required double Seconds { get; init; }

    public required FirstTickReport FirstTick { get; init; }

    /// <summary>One entry for each conflicted attempt.</summary>
    public required IReadOnlyList<ReportedConflict> Conflicts { get; init; }

    internal static CaseReport Of(ReplayCase one, SprintState state, FirstWeave weave, int held, TimeSpan elapsed)
    {
        var past = one.Patches.ToDictionary(patch => patch.Persona);
        var first = state.Outcomes
            .Where(outcome => outcome.Session.Attempt == 1)
            .GroupBy(outcome => outcome.Session.Persona)
            .ToDictionary(group => group.Key, group => group.First().Outcome);
        return new CaseReport
        {
            Base = one.Base.Value,
            Personas = one.Patches.Count,
            Ticks = state.Ticks,
            Landed = state.Roster.Count(persona => persona.HasLanded),
            LandedFifo = weave.Landed.Count,
            Skipped = state.Roster.Count(persona => persona is { Skip: not null, HasLanded: false }),
            Unchanged = state.Roster.Count(persona => persona is { Skip: null, HasLanded: false }),
            Held = held,
            Mails = state.Mails,
            Seconds = Math.Round(elapsed.TotalSeconds, 3),
            FirstTick = new FirstTickReport(
                [.. weave.Landed.Select(persona => past[persona].Head.Value)],
                (weave.Tree ?? state.Start.BaseTree).Value,
                [.. Everybody(state, weave).Select(persona => Patch(past[persona], first.GetValueOrDefault(persona)))]),
            Conflicts = ConflictedAttempts.Of(state),
        };
    }

    /// <summary>The fold's own order; who had nothing to weave comes last, in roster order.</summary>
    private static IEnumerable<PersonaId> Everybody(SprintState state, FirstWeave weave) =>
        weave.Woven.Concat(state.Start.Personas.Except(weave.Woven));

    private static ReplayedPatch Patch(ReplayPatch past, string? outcome) => new(
        past.Persona.Value, past.Fork.Value, past.Head.Value, outcome ?? nameof(PatchOutcome.Redundant), past.Subject);
}

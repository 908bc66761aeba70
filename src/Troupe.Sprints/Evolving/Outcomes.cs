using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What each outcome of a patch means for its persona.</summary>
internal static class Outcomes
{
    public static SprintState Land(SprintState state, PersonaProgress persona, PatchLanded landed) =>
        state.With(persona.At(Standing.Done) with { Setback = null, Landings = persona.Landings.Add(landed) })
            .Reporting(landed.Session, nameof(PatchOutcome.Landed), landed.Patch, commit: landed.Commit)
            with { Landed = state.Landed.Add(landed.Patch) };

    public static SprintState Conflict(SprintState state, PersonaProgress persona, PatchConflicted conflict)
    {
        var others = conflict.Counterparts.Select(counterpart => counterpart.Patch).OfType<PatchId>().ToList();
        var known = others.Exists(patch => persona.ToldAbout.Contains(patch) || persona.Run!.LandedBefore.Contains(patch));
        var digest = Seen.Conflict(conflict.Digest);
        var repeats = persona.Seen.Contains(digest) ? "the same conflict" : null;
        var after = persona.SetBackBy(conflict, RunReason.Conflict, state.Tick.Number, repeats) with
        {
            Charged = persona.Charged + (known ? 1 : 0),
            ConflictCount = persona.ConflictCount + 1,
            ToldAbout = persona.ToldAbout.Union(others),
            Seen = persona.Seen.Add(digest).Add(Seen.Patch(conflict.Patch)),
        };
        return state.With(after).Reporting(conflict.Session, nameof(PatchOutcome.Conflicted), conflict.Patch, ReportedConflict.Of(conflict).InWords)
            with { Conflicts = state.Conflicts.Add(conflict) };
    }

    public static SprintState Reject(SprintState state, PersonaProgress persona, PatchRejected rejected)
    {
        var reported = state.Reporting(rejected.Session, rejected.Outcome.ToString(), rejected.Patch, rejected.Reason);
        if (rejected.Outcome == PatchOutcome.Redundant)
        {
            return reported.With(persona.At(Standing.Done) with { Setback = null });
        }

        var marks = new[] { rejected.Digest is { } digest ? Seen.Failure(digest) : null, rejected.Patch is { } patch ? Seen.Patch(patch) : null };
        var leadsTo = rejected.Outcome == PatchOutcome.Rejected ? RunReason.Rejection : RunReason.Malformed;
        var repeats = marks[0] is { } mark && persona.Seen.Contains(mark) ? "the same failure" : null;
        return reported.With(persona.SetBackBy(rejected, leadsTo, state.Tick.Number, repeats) with
        {
            Charged = persona.Charged + 1,
            Seen = persona.Seen.Union(marks.OfType<string>()),
        });
    }

    public static SprintState Hold(SprintState state, PersonaProgress persona, PatchHeld held) =>
        state.With(persona.SetBackBy(held, RunReason.Retry, state.Tick.Number))
            .Reporting(held.Session, nameof(PatchOutcome.Held), held.Patch, held.Reason)
            with { Held = state.Held.Add(new HeldPatch(held, persona.Run!.Commit)) };
}

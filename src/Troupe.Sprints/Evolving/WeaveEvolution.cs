using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>From the intent of a weave to its last outcome.</summary>
internal static class WeaveEvolution
{
    public static SprintState Evolve(SprintState state, SprintEvent happened) => Close(happened switch
    {
        WeaveStarted e => Start(state, e),
        VerificationRan e => OnOpen(state, e.Weave, open => open with { Verification = e }),
        PatchLanded e => Judge(state, e.Weave, e.Session, (s, p) => Outcomes.Land(s, p, e)),
        PatchConflicted e => Judge(state, e.Weave, e.Session, (s, p) => Outcomes.Conflict(s, p, e)),
        PatchRejected { Weave: { } weave } e => Judge(state, weave, e.Session, (s, p) => Outcomes.Reject(s, p, e)),
        PatchRejected e => Refuse(state, e),
        PatchHeld e => Judge(state, e.Weave, e.Session, (s, p) => Outcomes.Hold(s, p, e)),
        LandingPublished e => Publish(state, e),
        WeaveDropped e => Drop(state, e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event of a weave."),
    });

    private static SprintState Start(SprintState state, WeaveStarted intent) => intent.Weave <= state.Weaves
        ? state
        : state with
        {
            Weave = new OpenWeave(intent),
            Weaves = intent.Weave,
            Tick = state.Tick with { HasWeave = true },
            Ticks = state.Ticks + (state.Tick.Counts ? 0 : 1),
        };

    private static SprintState Judge(
        SprintState state, int weave, SessionId session, Func<SprintState, PersonaProgress, SprintState> apply)
    {
        if (state.Weave is not { } open || open.Intent.Weave != weave || open.Judged.Contains(session))
        {
            return state;
        }

        // A log with a gap may not say that the persona ever ran: then there is nobody to set back.
        var persona = state.Personas[session.Persona];
        var after = persona.Run is null ? state : apply(state, persona);
        return after with { Weave = open with { Judged = open.Judged.Add(session), Lands = open.Lands || after.Landed.Count > state.Landed.Count } };
    }

    /// <summary>A delivery that cannot be read has an outcome before any weave.</summary>
    private static SprintState Refuse(SprintState state, PatchRejected refused)
    {
        var persona = state.Personas[refused.Session.Persona];
        return persona.Standing == Standing.Ended && persona.Run!.Id == refused.Session
            ? Outcomes.Reject(state with { Kept = state.Kept.Add(refused.Session) }, persona, refused)
            : state;
    }

    private static SprintState Publish(SprintState state, LandingPublished landing) =>
        OnOpen(state, landing.Weave, open => open with { Landing = landing }) with
        {
            Tip = landing.Commit,
            Tree = landing.Tree,
            BranchHead = landing.Commit,

            // A target that has followed already, or could not, has a way to go again: the lead may agree to a patch that late.
            Done = state.BranchHead == landing.Commit ? state.Done : state.Done.Remove(Ending.ForwardKey(state)),
            Failures = state.BranchHead == landing.Commit ? state.Failures : state.Failures.Remove(Ending.ForwardKey(state)),
        };

    /// <summary>Its patches are captured, and wait.</summary>
    private static SprintState Drop(SprintState state, WeaveDropped dropped) =>
        state.Weave is { IsVoidable: true } open && open.Intent.Weave == dropped.Weave ? state with { Weave = null } : state;

    private static SprintState OnOpen(SprintState state, int weave, Func<OpenWeave, OpenWeave> change) =>
        state.Weave is { } open && open.Intent.Weave == weave ? state with { Weave = change(open) } : state;

    private static SprintState Close(SprintState state) => state.Weave is { IsComplete: true } ? state with { Weave = null } : state;
}

using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What the lead's answers to held patches mean. The first answer counts.</summary>
internal static class HeldEvolution
{
    public static SprintState Evolve(SprintState state, SprintEvent happened) => happened switch
    {
        PatchAcked e => Answer(state, e, e.Session, e.Patch, Wait),
        PatchDeclined e => Answer(state, e, e.Session, e.Patch, (s, persona) => Decline(s, persona, e)),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no answer to a held patch."),
    };

    /// <summary>A sprint that is over, or being ended, keeps the answer and does nothing about it.</summary>
    private static SprintState Answer(
        SprintState state, SprintEvent answer, SessionId session, PatchId patch, Func<SprintState, PersonaProgress, SprintState> apply)
    {
        if (state.Held.Find(held => held.Event.Session == session && held.Patch == patch) is not { Answer: null } held)
        {
            return state;
        }

        var answered = state with { Held = state.Held.Replace(held, held with { Answer = answer }) };
        return state is { Ended: null, IsAborting: false } && held.OwnerIn(state) is { } persona
            ? apply(answered with { Outcomes = state.Outcomes.RemoveAll(outcome => outcome.Session == session) }, persona)
            : answered;
    }

    private static SprintState Wait(SprintState state, PersonaProgress persona) =>
        state.With(persona with { Standing = Standing.Captured, Setback = null, Skip = null });

    /// <summary>Whom the lead took out of the sprint does not come back by it.</summary>
    private static SprintState Decline(SprintState state, PersonaProgress persona, PatchDeclined declined) => Outcomes.Reject(
        state, persona with { Skip = persona.Skip is { Reason: SkipReason.Held } ? null : persona.Skip }, declined.AsRejection());
}

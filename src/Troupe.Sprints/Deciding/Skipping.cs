using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>When a persona does not run again. The lead is told, with what is needed to decide otherwise.</summary>
internal static class Skipping
{
    public static Note? Decide(SprintState state, Observation seen, PersonaProgress persona) => Reason(state.Limits, persona) is not var (reason, detail)
        ? null
        : Notes.Of(
            new PersonaSkipped { Sprint = state.Number, At = seen.Now, Persona = persona.Id, Reason = reason, Detail = detail },
            $"{persona.Id}:{persona.Runs}");

    private static (SkipReason Reason, string Detail)? Reason(SprintLimits limits, PersonaProgress persona) => persona.Setback switch
    {
        { Repeats: { } what } => (SkipReason.NoProgress, $"It came to {what} twice; another run would not change that."),
        { Event: PatchCaptured e } => (SkipReason.Withdrawn, e.Message ?? "Asked to redo its change, it changed nothing."),
        { Event: PatchHeld e } => (SkipReason.Held, e.Reason),
        { Event: SessionEnded { State: SessionState.Cancelled } e } => (SkipReason.Cancelled, e.Detail ?? "Its session was cancelled."),
        _ when persona.Charged >= limits.MaxAttempts
            => (SkipReason.Attempts, $"{persona.Charged} of {limits.MaxAttempts} attempts failed by its own fault."),
        _ when !MayRun(limits, persona) => (SkipReason.Runs, $"It ran {persona.Runs - persona.Forgiven} times, which is the limit."),
        _ => null,
    };

    public static bool MayRun(SprintLimits limits, PersonaProgress persona) => persona.Runs - persona.Forgiven < limits.MaxRuns;
}

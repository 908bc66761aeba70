using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// A session's own supervisor ends it when its time is up. The engine steps in only where that did not happen, and in
/// the end does without an answer, so that no session can hold up a sprint for ever.
/// </summary>
internal static class Overdue
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LastGrace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UnwantedGrace = TimeSpan.FromMinutes(2);

    public static DateTimeOffset CancelAt(SprintState state, SessionRun run) => Due(state, run) + Grace;

    /// <summary>Where the lead wants it gone, its own time does not matter any more.</summary>
    public static DateTimeOffset GiveUpAt(SprintState state, SessionRun run)
    {
        var atLast = Due(state, run) + LastGrace;
        return IsUnwanted(state, run.Id.Persona) && run.CancelledAt + UnwantedGrace is { } soon && soon < atLast ? soon : atLast;
    }

    /// <summary>Whether somebody wants the session gone, however much of its time is left.</summary>
    public static bool IsUnwanted(SprintState state, PersonaId persona) => state.IsAborting || state.Personas[persona].Skip is not null;

    /// <summary>Whether the session was cancelled because its time was up, not because somebody wanted it gone.</summary>
    public static bool WasCancelledFor(SprintState state, PersonaProgress persona) =>
        persona.Skip is null && !state.IsAborting && state.Intended.Contains(Cancelling.Key(persona.Run!));

    private static DateTimeOffset Due(SprintState state, SessionRun run) =>
        (run.StartedAt ?? run.RequestedAt) + TimeSpan.FromSeconds(state.Limits.SessionTimeoutSeconds);
}

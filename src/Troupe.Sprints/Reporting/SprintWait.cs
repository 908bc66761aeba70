namespace Troupe.Sprints;

/// <summary>Something that a sprint waits for while there is nothing to do.</summary>
public abstract record SprintWait
{
    private SprintWait()
    {
    }

    /// <summary>A session goes on.</summary>
    /// <param name="Since">When it was started, or asked for.</param>
    /// <param name="Until">When it is ended at the latest; its agent's own limit may be shorter.</param>
    public sealed record Session(string Persona, DateTimeOffset Since, DateTimeOffset Until) : SprintWait;

    /// <summary>A persona whose session failed runs again.</summary>
    public sealed record AnotherTry(string Persona, DateTimeOffset At) : SprintWait;

    /// <summary>A command that failed is tried again.</summary>
    /// <param name="Command">Its key, such as <c>s1:weave:2</c>.</param>
    public sealed record Repetition(string Command, string Error, DateTimeOffset At) : SprintWait;

    /// <summary>What the sprint waits for now; empty where something can be done at once.</summary>
    public static IReadOnlyList<SprintWait> Of(SprintState state, DateTimeOffset now) =>
        state.Ended is not null || state.Paused is not null
            ? []
            : [.. Repetitions(state, now), .. Tries(state, now), .. Sessions(state)];

    private static IEnumerable<SprintWait> Sessions(SprintState state) => state.Roster
        .Where(persona => persona.Standing == Standing.Running)
        .Select(persona => (persona.Id, Since: persona.Run!.StartedAt ?? persona.Run.RequestedAt))
        .Select(run => new Session($"{run.Id}", run.Since, run.Since + TimeSpan.FromSeconds(state.Limits.SessionTimeoutSeconds)));

    private static IEnumerable<SprintWait> Tries(SprintState state, DateTimeOffset now) => state.Roster
        .Where(persona => persona.Standing is Standing.Due or Standing.SetBack && Backoff.Until(persona) > now)
        .Select(persona => new AnotherTry($"{persona.Id}", Backoff.Until(persona)));

    // The target is tried once only.
    private static IEnumerable<SprintWait> Repetitions(SprintState state, DateTimeOffset now) => state.Failures
        .Where(failure => failure.Key != Ending.ForwardKey(state) && Backoff.Until(failure.Value) > now)
        .Select(failure => new Repetition(failure.Key, failure.Value.Error, Backoff.Until(failure.Value)!.Value));
}

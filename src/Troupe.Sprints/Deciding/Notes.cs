namespace Troupe.Sprints;

/// <summary>Decisions that only have to be recorded.</summary>
internal static class Notes
{
    public static Note Of(SprintEvent decided, string subject) => new()
    {
        Key = $"s{decided.Sprint}:{SprintEventKinds.Of(decided)}:{subject}",
        Intent = [decided],
    };

    /// <summary>The current tick ends, if one is open, and the next begins.</summary>
    public static IReadOnlyList<SprintCommand> NextTick(SprintState state, Observation seen)
    {
        var started = new TickStarted { Sprint = state.Number, At = seen.Now, Tick = state.Tick.Number + 1 };
        return [.. EndTick(state, seen), Of(started, $"{started.Tick}")];
    }

    public static IEnumerable<SprintCommand> EndTick(SprintState state, Observation seen)
    {
        if (state.Tick.IsOpen)
        {
            yield return Of(new TickEnded { Sprint = state.Number, At = seen.Now, Tick = state.Tick.Number }, $"{state.Tick.Number}");
        }
    }
}

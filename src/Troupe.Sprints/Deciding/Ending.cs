namespace Troupe.Sprints;

/// <summary>Nobody has work left: the last tick is closed, the target follows if it is meant to, and the sprint is over.</summary>
internal static class Ending
{
    public static string ForwardKey(SprintState state) => $"s{state.Number}:{CommandNames.ForwardTarget}";

    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen) =>
        Notifying.Owed(state, seen).Any() ? [] : End(state, seen, SprintEnding.Completed);

    public static IReadOnlyList<SprintCommand> End(SprintState state, Observation seen, SprintEnding ending)
    {
        if (state.Tick.IsOpen)
        {
            return [.. Notes.EndTick(state, seen)];
        }

        return ending == SprintEnding.Completed && Forward(state, seen) is { } forward ? [forward] : [.. Close(state, seen, ending)];
    }

    private static IEnumerable<SprintCommand> Close(SprintState state, Observation seen, SprintEnding ending)
    {
        var ended = new SprintEnded { Sprint = state.Number, At = seen.Now, Ending = ending, Head = state.Tip, Tree = state.Tree };
        var key = $"s{state.Number}:{CommandNames.EndSprint}";

        // An abort pauses for nothing: what could not be tidied up stays.
        return state.IsAborting && state.Failures.GetValueOrDefault(key) is { Count: >= Backoff.Patience }
            ? [Notes.Of(ended, "aborted")]
            : Retrying.Guard(state, seen, new EndSprint { Key = key, Ended = ended });
    }

    /// <summary>Tried once: a target that moved, or that somebody works on, is the lead's to move.</summary>
    private static ForwardTarget? Forward(SprintState state, Observation seen)
    {
        var key = ForwardKey(state);
        if (state.Start.Land != LandingPlace.Target || state.BranchHead is not { } head
            || state.Done.Contains(key) || state.Failures.ContainsKey(key))
        {
            return null;
        }

        return new ForwardTarget
        {
            Key = key,
            Target = state.Start.Target,
            Head = head,
            Intent = state.Intended.Contains(key)
                ? []
                : [new CommandIntended { Sprint = state.Number, At = seen.Now, Command = CommandNames.ForwardTarget, Key = key, Detail = state.Start.Target }],
        };
    }
}

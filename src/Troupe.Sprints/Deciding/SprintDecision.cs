namespace Troupe.Sprints;

/// <summary>
/// What to do next. Pure: the same state and the same observation give the same commands, in every process and after
/// every crash. One stage at a time: whoever performs the commands folds what came of them and asks again; an empty
/// answer means that there is nothing to do until something changes or <see cref="Waking.Next"/>.
/// </summary>
public static class SprintDecision
{
    private delegate IReadOnlyList<SprintCommand>? Rule(SprintState state, Observation seen);

    /// <summary>
    /// In the order in which they are asked. A rule answers null where it has no say, commands where there is something to do,
    /// and an empty list where everything after it must wait.
    /// </summary>
    private static readonly Rule[] Rules =
    [
        Noticing.Decide,
        Adopting.Decide,
        Cancelling.Decide,
        Capturing.Decide,
        WeaveUnderWay.Decide,
        Aborting.Decide,
        Settling.Decide,
        Notifying.Decide,
        ConflictStorm.Decide,
        ParallelTick.Decide,
        SequentialTick.Decide,
        Ending.Decide,
    ];

    public static IReadOnlyList<SprintCommand> Decide(SprintState state, Observation seen)
    {
        if (state.Ended is not null || state.Paused is not null)
        {
            return [];
        }

        foreach (var rule in Rules)
        {
            if (rule(state, seen) is { } answer)
            {
                return answer;
            }
        }

        return [];
    }
}

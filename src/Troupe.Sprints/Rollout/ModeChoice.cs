namespace Troupe.Sprints;

/// <summary>The mode of a sprint, and why.</summary>
public sealed record ModeChoice(SprintMode Mode, string Reason)
{
    /// <param name="sprint">The number of the sprint, from 1.</param>
    /// <param name="asked">What the caller asked for on the command line; it wins.</param>
    public static ModeChoice For(int sprint, RolloutRules rules, SprintMode? asked = null)
    {
        if (asked is { } mode)
        {
            return new ModeChoice(mode, "asked for on the command line");
        }

        if (rules.Fixed is { } settled)
        {
            return new ModeChoice(settled, "the settings say always");
        }

        if (rules.ParallelSprints.Contains(sprint))
        {
            return new ModeChoice(SprintMode.Parallel, $"parallel_sprints names sprint {sprint}");
        }

        return rules.ParallelEvery > 0 && sprint % rules.ParallelEvery == 0
            ? new ModeChoice(SprintMode.Parallel, $"sprint {sprint} is one of every {rules.ParallelEvery}")
            : new ModeChoice(SprintMode.Sequential, $"the rollout leaves sprint {sprint} sequential");
    }
}

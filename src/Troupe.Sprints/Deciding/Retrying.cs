namespace Troupe.Sprints;

/// <summary>
/// A command that failed is tried again after a while. When it has failed too often the surroundings are broken
/// (a full disk, a missing repository): the sprint pauses, for nothing it could decide would help.
/// </summary>
internal static class Retrying
{
    /// <returns>The command, nothing while it has to wait, or the pause.</returns>
    public static IEnumerable<SprintCommand> Guard(SprintState state, Observation seen, SprintCommand command)
    {
        var failures = state.Failures.GetValueOrDefault(command.Key);
        if (failures is null || failures.Count < Backoff.Patience && seen.Now >= Backoff.Until(failures))
        {
            yield return command;
        }
        else if (failures.Count >= Backoff.Patience)
        {
            yield return Notes.Of(
                new SprintPaused
                {
                    Sprint = state.Number, At = seen.Now,
                    Reason = $"{command.Name} ({command.Key}) failed {failures.Count} times: {failures.Error}",
                },
                command.Key);
        }
    }
}

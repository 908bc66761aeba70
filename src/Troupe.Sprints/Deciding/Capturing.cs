using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Whatever a session delivered is made safe before anything else happens to it, however the session ended.</summary>
internal static class Capturing
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        var commands = state.Roster
            .Where(persona => persona.Standing == Standing.Ended)
            .SelectMany(persona => Capture(state, seen, persona.Run!))
            .ToList();
        return commands.Count > 0 ? commands : null;
    }

    private static IEnumerable<SprintCommand> Capture(SprintState state, Observation seen, SessionRun run)
    {
        var command = Command(state, run);
        if (!state.IsAborting || state.Failures.GetValueOrDefault(command.Key) is not { Count: >= Backoff.Patience } failures)
        {
            return Retrying.Guard(state, seen, command);
        }

        // An abort pauses for nothing: what cannot be captured now stays where the session left it.
        var left = new PatchCaptured
        {
            Sprint = state.Number, At = seen.Now, Session = run.Id,
            Unrecorded = $"What it delivered could not be captured, it is kept in its session's folder: {failures.Error}",
        };
        return [Notes.Of(left, $"{run.Id}")];
    }

    private static CapturePatch Command(SprintState state, SessionRun run) => new()
    {
        Key = $"{CommandNames.CapturePatch}:{run.Id}",
        Session = run.Id,
        Base = run.Base,
        Succeeded = run.State == SessionState.Completed,
        Mails = run.Mails,
        IsLastTry = state.Failures.GetValueOrDefault($"{CommandNames.CapturePatch}:{run.Id}")?.Count + 1 >= Backoff.Patience,
    };
}

using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Whatever a session delivered is made safe before anything else happens to it, however the session ended.</summary>
internal static class Capturing
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        var commands = state.Roster
            .Where(persona => persona.Standing == Standing.Ended)
            .SelectMany(persona => Retrying.Guard(state, seen, Command(persona.Run!)))
            .ToList();
        return commands.Count > 0 ? commands : null;
    }

    private static CapturePatch Command(SessionRun run) => new()
    {
        Key = $"{CommandNames.CapturePatch}:{run.Id}",
        Session = run.Id,
        Base = run.Base,
        Succeeded = run.State == SessionState.Completed,
        Mails = run.Mails,
    };
}

using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>One line per event that a person would want to know of.</summary>
internal sealed class EventLines(Terminal terminal) : SprintView
{
    public override void Happened(SprintEvent happened, SprintState state)
    {
        if (Tell(happened) is { } line)
        {
            terminal.Say($"{happened.At:HH:mm:ss} {Printable.Escape(line)}");
        }
    }

    private static string? Tell(SprintEvent happened) => happened switch
    {
        TickStarted e => $"tick {e.Tick}",
        SessionStarted e => $"{e.Session} started",
        SessionEnded e => $"{e.Session} {e.State.ToString().ToLowerInvariant()}{(e.Detail is null ? "" : ": " + e.Detail.Split('\n', 2)[0])}",
        WeaveStarted e => $"weave {e.Weave}: {e.Patches.Count} patches",
        PatchLanded e => $"{e.Session} landed as {e.Commit.Value[..10]}",
        PatchConflicted e => $"{e.Session} conflicts ({string.Join(", ", e.Kinds)}) in {string.Join(", ", e.Paths)}",
        PatchRejected e => $"{e.Session} {e.Outcome.ToString().ToLowerInvariant()}: {e.Reason.Split('\n', 2)[0]}",
        PatchHeld e => $"{e.Session} held: {e.Reason}",
        VerificationRan e => $"verification {(e.Passed ? "passed" : $"FAILED: {e.Reason?.Split('\n', 2)[0]} log {e.Log}")} ({e.Seconds:0.0} s)",
        LandingPublished e => $"{e.Branch} is at {e.Commit.Value[..10]}",
        MailPosted e => $"mail to {e.To}",
        HumanNotified e => $"mail to lead{(e.Persona is { } about ? $" about {about}" : "")}",
        PersonaSkipped e => $"{e.Persona} skipped: {e.Detail}",
        ModeFellBack e => $"falls back to {e.To.ToString().ToLowerInvariant()}: {e.Reason}",
        SprintPaused e => $"paused: {e.Reason}",
        CommandFailed e => $"{e.Command} failed, it is tried again: {e.Error}",
        _ => null,
    };
}

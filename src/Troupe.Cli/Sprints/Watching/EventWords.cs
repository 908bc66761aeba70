using Troupe.Core;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>Which events a person would want to know of, and in which words. What another line says already has none.</summary>
internal sealed class EventWords(SessionLogs logs)
{
    private const int ShortCommit = 10;
    private const int TailLines = 5;

    /// <summary>Null: nothing to say.</summary>
    public EventLine? Of(SprintEvent happened, SprintState state) => happened switch
    {
        TickStarted e => new EventLine($"tick {e.Tick}"),
        SessionStarted { Caution: { } caution } e => new EventLine($"started: {Name(e.Session)}; {WrappedText.FirstLine(caution)}"),
        SessionStarted e => EventLine.Gathered("started", Name(e.Session)),
        SessionEnded e => Ended(e),
        WeaveStarted e => new EventLine($"weaving {Plural.Of(e.Patches.Count, "patch", "patches")}"),
        PatchLanded e => EventLine.Gathered("landed", Name(e.Session)),
        PatchConflicted e => new EventLine($"{Name(e.Session)}: {Conflict(e)}; it gets mail") { IsAside = true },
        PatchRejected { Outcome: PatchOutcome.Rejected } e => new EventLine($"{Name(e.Session)} rejected: verification failed; it gets mail") { IsAside = true },
        PatchRejected e => new EventLine($"{Name(e.Session)} {OutcomeWords.Of(e.Outcome.ToString())}: {WrappedText.FirstLine(e.Reason)}") { IsAside = true },
        PatchHeld e => new EventLine($"{Name(e.Session)} held: {e.Reason}") { IsAside = true },
        PatchAcked e => new EventLine($"the lead agrees to the held patch of {Name(e.Session)}"),
        PatchDeclined e => new EventLine($"the lead rejects the held patch of {Name(e.Session)}: {WrappedText.FirstLine(e.Reason)}") { IsAside = true },
        VerificationRan { Passed: true } e => new EventLine($"verification passed ({e.Seconds:0.0} s)"),
        VerificationRan e => Failure($"verification FAILED: {Timed(e.Reason ?? "", $" ({e.Seconds:0.0} s)")}", e.Log),
        WeaveDropped e => new EventLine($"dropping the weave under way: {Kept(e.Patches.Count)} as refs/troupe/patches/*, see 'troupe sprint show {e.Sprint}'"),
        CommandIntended { Command: CommandNames.Abort } => new EventLine("the lead ends the sprint: nothing new is started, and every patch is kept"),
        LandingPublished e => new EventLine($"{e.Branch} is at {e.Commit.Value[..ShortCommit]}"),
        HumanNotified { Persona: null } => new EventLine("mail to lead"),
        PersonaSkipped e => new EventLine($"{e.Persona} skipped: {e.Detail}{(e.Reason == SkipReason.Lead ? "" : " The lead gets mail.")}"),
        ModeFellBack e => new EventLine($"falls back to {ModeWord.Of(e.To)}: {e.Reason}"),
        SprintPaused e => new EventLine($"paused: {e.Reason}"),
        CommandFailed { Command: CommandNames.ForwardTarget } e => new EventLine($"{state.Start.Target} was not moved: {e.Error}"),
        CommandFailed e => new EventLine($"{e.Command} failed: {e.Error}"),
        _ => null,
    };

    private EventLine Ended(SessionEnded ended) => ended switch
    {
        { State: SessionState.Completed, Detail: null } => EventLine.Gathered("done", Name(ended.Session)),
        { State: SessionState.Completed } => new EventLine($"{Name(ended.Session)} done: {WrappedText.FirstLine(ended.Detail)}"),
        { State: SessionState.Cancelled } => new EventLine($"{Name(ended.Session)} {OutcomeWords.With(Word(ended), ended.Detail)}"),
        _ => Failure($"{Name(ended.Session)} {OutcomeWords.With(Word(ended), ended.Detail)}", logs.Of(ended.Session)),
    };

    // The seconds belong to what happened, not to the lines that follow.
    private static string Timed(string reason, string seconds)
    {
        var first = WrappedText.FirstLine(reason);
        var end = first.IndexOf("; ", StringComparison.Ordinal);
        return reason.Insert(end < 0 ? first.Length : end, seconds);
    }

    private static string Kept(int patches) => $"{Plural.Of(patches, "patch", "patches")} {(patches == 1 ? "is" : "are")} kept";

    private static string Word(SessionEnded ended) => OutcomeWords.Of(ended.State.ToString());

    private static string Conflict(PatchConflicted conflict) => ReportedConflict.Of(conflict).InWords;

    private static EventLine Failure(string text, string? log) => new(
        WrappedText.FirstLine(text),
        [.. WrappedText.Tail(text, TailLines).Select(line => $"  {line}"), .. log is null ? [] : new[] { $"  log {log}" }]);

    private static string Name(SessionId session) =>
        session.Attempt == 1 ? $"{session.Persona}" : $"{session.Persona} (attempt {session.Attempt})";
}

using System.Text;

namespace Troupe.Sprints.Tests;

/// <summary>The decisions of a sprint, tick by tick, as a person would tell them.</summary>
internal static class Transcript
{
    public static string Of(Play play)
    {
        var text = new StringBuilder();
        foreach (var command in play.Commands)
        {
            text.Append(Line(command)).Append('\n');
        }

        return text.ToString();
    }

    private static string Line(SprintCommand command) => command switch
    {
        Note { Intent: [TickStarted e] } => $"tick {e.Tick}",
        Note { Intent: [TickEnded e] } => $"end of tick {e.Tick}",
        Note { Intent: [SessionEnded e] } => $"  ended {e.Session} {e.State}",
        Note { Intent: [ReworkRequested e] } => $"  again {e.Persona}: {e.Reason}{Listed(" mail", e.Mails)}",
        Note { Intent: [PersonaSkipped e] } => $"  skip {e.Persona}: {e.Reason}",
        Note { Intent: [ModeFellBack e] } => $"  {e.From} -> {e.To}: {e.Reason}",
        Note { Intent: [PatchRejected e] } => $"  {e.Session} {e.Outcome}",
        Note note => $"  note {note.Key}",
        StartSession start => $"  start {start.Session} on {start.Base.Value[..7]}: {start.Reason}{Listed(" mail", start.Mails)}",
        CapturePatch capture => $"  capture {capture.Session}",
        WeavePatches weave => $"  weave {weave.Weave} on {weave.Tip.Value[..7]}:{Listed("", weave.Patches.Select(patch => $"{patch.Session}"))}",
        SendReport report => $"  report to {report.Session}, {report.AttemptsLeft} attempts left",
        NotifyHuman notify => $"  tell the lead: {notify.Subject}",
        EndSprint end => $"end {end.Ended.Ending} at {end.Ended.Head.Value[..7]}",
        _ => $"  {command.Key}",
    };

    private static string Listed(string word, IEnumerable<string> items)
    {
        var joined = string.Join(' ', items);
        return joined.Length == 0 ? "" : $"{word} {joined}";
    }
}

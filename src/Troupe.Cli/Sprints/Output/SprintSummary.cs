using Troupe.Core;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>A sprint, told to people: what it came to, what became of each persona, and what to do next.</summary>
internal static class SprintSummary
{
    private const int ShortCommit = 10;
    private const int Label = 9;

    /// <param name="isVerified">Whether there are checks that what lands has to pass.</param>
    public static IEnumerable<string> Lines(SprintReport report, SessionLogs logs, bool isVerified) =>
        [.. Heading(report, isVerified), .. new PersonaHistory(report, logs).Lines(), .. Apart(Next(report))];

    private static IEnumerable<string> Apart(List<string> lines) => lines.Count == 0 ? [] : ["", .. lines];

    private static IEnumerable<string> Heading(SprintReport report, bool isVerified)
    {
        yield return $"sprint {report.Sprint} {report.State}: {report.Landed.Count} of {report.Personas.Count} landed in "
            + $"{Plural.Of(report.Ticks, "tick")}, {report.Seconds:0.0} s";
        var why = report.BaseReason is { } reason ? $": {reason}" : "";
        List<(string Label, string Text)> rows =
        [
            ("mode", $"{ModeWord.Of(report.Mode)} ({report.Reason})"),
            ("base", $"{report.Base[..ShortCommit]}{why}"),
            ("branch", report.Branch is null ? "none: nothing landed" : $"{report.Branch} at {report.Head[..ShortCommit]}"),
            ("mail", $"{Plural.Of(report.Mails, "message")} sent, {Plural.Of(report.Reworks, "rework")}"),
        ];
        if (report.Fallback is { } fallback)
        {
            rows.Add(("fallback", fallback));
        }

        if (!isVerified)
        {
            rows.Add(("checks", "none: what landed is not verified; name one as [[weaver.verify]] in .team/troupe.toml"));
        }

        if (report.State is "running" or "paused" or "aborting")
        {
            rows.Add(("runner", RunnerWords.Of(report.Runner, report.State == "aborting")));
        }

        foreach (var line in rows.SelectMany(row => Row(row.Label, row.Text)))
        {
            yield return line;
        }
    }

    private static List<string> Next(SprintReport report)
    {
        var target = report.Target;
        var told = target switch
        {
            { Moved: true } => Row("target", $"{target.Branch} is at {report.Head[..ShortCommit]} too"),
            { Reason: { } reason } => Row("target", $"{target.Branch} was not moved by the sprint: {reason}"),
            _ => [],
        };
        return [.. told, .. Steps(report).SelectMany(step => Row("next", step))];
    }

    private static IEnumerable<string> Steps(SprintReport report)
    {
        if (report.State is "running" or "paused" && report.Runner is not null)
        {
            yield return "troupe sprint status    to see how it goes on; 'troupe sprint abort' ends it";
        }
        else if (report.State is "running" or "paused")
        {
            yield return $"troupe sprint resume    to go on{(report.State == "paused" ? " when its cause is mended" : "")}; 'troupe sprint abort' ends it";
        }
        else if (report.State == "aborting")
        {
            yield return "troupe sprint abort    to bring its end about, where no process does";
        }
        else if (report.Target.Merge is { } merge)
        {
            yield return $"{merge}    with {report.Target.Branch} checked out, to take the work over";
        }

        if (report.Skips.Count > 0)
        {
            yield return "jules-mail inbox    what the lead has to decide";
        }
    }

    private static IEnumerable<string> Row(string label, string text) =>
        WrappedText.Lines(text, WrappedText.Columns - Label).Select((line, row) => (row == 0 ? label : "").PadRight(Label) + line);
}

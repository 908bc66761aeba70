using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>What became of the personas of a sprint, run by run, in lines of at most <see cref="WrappedText.Columns"/>.</summary>
internal sealed class PersonaHistory(SprintReport report, SessionLogs logs)
{
    private const int ShortCommit = 10;
    private const int TailLines = 5;
    private readonly int _names = report.Personas.Select(persona => persona.Length).Append(8).Max() + 2;

    public IEnumerable<string> Lines()
    {
        var finished = report.Standings.ToLookup(standing => standing.State);
        return
        [
            .. Section("landed", finished["landed"]),
            .. Section("nothing to change", finished["unchanged"]),
            .. Section("did not land", finished["skipped"]),
            .. Section("broken off", finished["aborted"]),
            .. Section("not done yet", report.Standings.Where(standing => !IsOver(standing))),
        ];
    }

    private IEnumerable<string> Section(string heading, IEnumerable<ReportedStanding> standings)
    {
        var lines = standings.SelectMany(Lines).ToList();
        return lines.Count == 0 ? [] : ["", $"{heading}:", .. lines];
    }

    private IEnumerable<string> Lines(ReportedStanding standing)
    {
        List<string> told = [.. Verdict(standing), .. report.Outcomes.Where(outcome => outcome.Persona == standing.Persona).Reverse().SelectMany(Run)];
        if (standing is { State: "skipped" or "aborted", Patch: not null })
        {
            told.Add($"its work: git show refs/troupe/sprint-{report.Sprint}/{standing.Persona}");
        }

        return told.DefaultIfEmpty("").Select((line, row) => $"  {(row == 0 ? standing.Persona : "").PadRight(_names)}{line}".TrimEnd());
    }

    private IEnumerable<string> Verdict(ReportedStanding standing)
    {
        if (report.Skips.FirstOrDefault(skip => skip.Persona == standing.Persona) is { } skip)
        {
            if (report.Outcomes.LastOrDefault(outcome => outcome.Persona == standing.Persona)?.Reason == skip.Detail)
            {
                return [];
            }

            return Wrapped($"skipped: {skip.Detail}", "");
        }

        return IsOver(standing) ? [] : [standing.State];
    }

    private static bool IsOver(ReportedStanding standing) => standing.State is "landed" or "unchanged" or "skipped" or "aborted";

    private IEnumerable<string> Run(ReportedOutcome outcome)
    {
        var label = $"attempt {outcome.Attempt}  ";
        if (outcome.Commit is { } commit)
        {
            return [$"{label}{commit[..ShortCommit]}  {WrappedText.Cut(outcome.Subject ?? "", Room(label) - ShortCommit - 2)}".TrimEnd()];
        }

        var words = OutcomeWords.Of(outcome);
        return
        [
            .. Wrapped(WrappedText.FirstLine(words), label),
            .. WrappedText.Tail(words, TailLines).Select(line => $"{Blank(label)}  {WrappedText.Cut(line, Room(label) - 2)}"),
            .. LogOf(outcome).Select(log => $"{Blank(label)}log {log}"),
        ];
    }

    private IEnumerable<string> LogOf(ReportedOutcome outcome) =>
        OutcomeWords.IsFailedSession(outcome.Outcome)
        && logs.Of(new SessionId(report.Sprint, PersonaId.Parse(outcome.Persona), outcome.Attempt)) is { } log
            ? [Printable.Escape(log)]
            : [];

    private IEnumerable<string> Wrapped(string text, string label) =>
        WrappedText.Lines(text, Room(label)).Select((line, row) => (row == 0 ? label : Blank(label)) + line);

    private static string Blank(string label) => new(' ', label.Length);

    private int Room(string label) => WrappedText.Columns - 2 - _names - label.Length;
}

using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>A finished sprint, told in a few lines.</summary>
internal static class SprintSummary
{
    public static IEnumerable<string> Lines(SprintReport report)
    {
        yield return $"sprint {report.Sprint} {report.State}: {report.Landed.Count} of {report.Personas.Count} landed in {report.Ticks} ticks, {report.Seconds:0.0} s";
        yield return report.Branch is null ? "branch   none: nothing landed" : $"branch   {report.Branch} at {report.Head}";
        yield return $"base     {report.Base}, mode {(report.Mode == SprintMode.Parallel ? "parallel" : "sequential")} ({report.Reason})";
        if (report.Fallback is { } fallback)
        {
            yield return $"fallback {Printable.Escape(fallback)}";
        }

        yield return $"mail     {report.Mails} sent, {report.Reworks} reworks";
        foreach (var conflict in report.Conflicts)
        {
            yield return $"conflict {conflict.Persona}: {string.Join(", ", conflict.Kinds)} in {Printable.Escape(string.Join(", ", conflict.Paths))}"
                + (conflict.Counterparts.Count > 0 ? $", with {string.Join(" and ", conflict.Counterparts)}" : "");
        }

        foreach (var skip in report.Skips)
        {
            yield return $"skipped  {skip.Persona}: {Printable.Escape(skip.Detail)}";
        }
    }
}

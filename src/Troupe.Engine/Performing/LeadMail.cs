using System.Text;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What the lead is told about a persona that needs a decision.</summary>
internal static class LeadMail
{
    /// <param name="log">Where the output of its last session is kept; null: nowhere.</param>
    public static string About(string detail, SprintState state, PersonaProgress persona, string? report, string? log)
    {
        var text = new StringBuilder(detail).AppendLine().AppendLine();
        text.AppendLine($"- runs: {persona.Runs}, of them failed by its own fault: {persona.Charged}");
        if (persona.Run is { } run)
        {
            text.AppendLine($"- last session: `{run.Id}`, from base {run.Base}, ended as {run.State}");
            text.AppendLine(run.Commit is { } commit
                ? $"- its work is kept: `git show {commit}` (patch {run.Patch}); `git cherry-pick {commit}` takes it over as it is"
                : state.Kept.Contains(run.Id)
                    ? "- what it made could not be taken into the repository: it is kept in its session's folder"
                    : "- it left no change");
            if (log is not null)
            {
                text.AppendLine($"- all that it printed: `{Printable.Escape(log)}`");
            }
        }

        text.AppendLine(persona.HasLanded
            ? $"- landed earlier in this sprint: {string.Join(", ", persona.Landings.Select(landing => landing.Commit))}"
            : "- nothing of it has landed in this sprint");
        if (!string.IsNullOrWhiteSpace(report))
        {
            text.AppendLine().AppendLine("## The last report").AppendLine().AppendLine(report.TrimEnd());
        }

        return text.ToString();
    }
}

using Troupe.Cli.Sprints;
using Troupe.Core;
using Troupe.Rehearsal.Demo;

namespace Troupe.Cli.Demo;

/// <summary>A finished demo, told to whoever sees Troupe for the first time.</summary>
internal static class DemoStory
{
    public static IEnumerable<string> Lines(DemoOutcome outcome)
    {
        yield return "the mail that went out:";
        foreach (var letter in outcome.Mail)
        {
            yield return $"  {letter.From,-10} to {string.Join(", ", letter.To),-10} {Printable.Escape(letter.Subject)}";
        }

        yield return "";
        foreach (var line in SprintSummary.Lines(outcome.Sprint, SessionLogs.None))
        {
            yield return line;
        }

        if (outcome.Repository is { } repository)
        {
            yield return $"kept     {Printable.Escape(repository)}";
        }
    }
}

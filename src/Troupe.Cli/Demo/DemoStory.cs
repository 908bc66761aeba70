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
        // A repository that is gone by now has nothing to take over.
        var sprint = outcome.Repository is null ? outcome.Sprint with { Target = outcome.Sprint.Target with { Merge = null } } : outcome.Sprint;
        foreach (var line in SprintSummary.Lines(sprint, SessionLogs.None, isVerified: true))
        {
            yield return line;
        }

        yield return outcome.Repository is { } repository
            ? $"kept     {Printable.Escape(repository)}"
            : "gone     the repository; 'troupe demo --keep' leaves it for a look";
    }
}

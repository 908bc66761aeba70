using Troupe.Engine;

namespace Troupe.Cli.Doctor;

/// <summary>What may surprise about the next sprint, and whether the last one is over.</summary>
internal static class CautionsCheck
{
    public static async Task RunAsync(NextSprint next, List<Finding> findings, CancellationToken cancellationToken)
    {
        findings.AddRange((await SprintCautions.OfAsync(next.Workplace, next.Target, next.Start, cancellationToken))
            .Select(caution => new Finding("sources", FindingStatus.Warning, caution)));
        if (next.Ledger.Latest is { Ended: null } open)
        {
            findings.Add(Finding.Warn(
                "sprints",
                $"sprint {open.Number} has not ended, and another one cannot begin before.",
                "'troupe sprint resume' goes on with it, 'troupe sprint abort' ends it; 'troupe sprint status' says whether somebody runs it."));
        }
    }
}

using Troupe.Core;
using Troupe.Git;
using Troupe.Personas;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>All checks in the order in which one builds on another; what cannot be looked at is left out.</summary>
internal static class Examination
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(CliContext context, CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        var repository = await RepositoryCheck.RunAsync(context, findings, cancellationToken);
        if (repository is not null)
        {
            await LineEndingsCheck.RunAsync(repository, findings, cancellationToken);
            StateFolderCheck.Run(repository, context, findings);
            SessionsCheck.Run(repository, context, findings);
        }

        if (TeamCheck.Run(repository, context, findings) is { } home)
        {
            if (repository is not null)
            {
                await IgnoreRulesCheck.RunAsync(home, repository, context, findings, cancellationToken);
            }

            WritableCheck.Run(home, repository, findings);
            await LogsCheck.RunAsync(home, context, findings, cancellationToken);
            await TeamAsync(home, repository, context, findings, cancellationToken);
        }

        return findings;
    }

    private static async Task TeamAsync(
        TeamHome home, GitRepository? repository, CliContext context, List<Finding> findings, CancellationToken cancellationToken)
    {
        var settings = SettingsCheck.Run(home, findings);
        var (roster, problems) = Roster.Inspect(home);
        var next = settings is null || problems.Count > 0 || findings.Any(finding => finding is { Check: "repository", Status: FindingStatus.Problem })
            ? null
            : await NextSprint.FindAsync(context, findings, cancellationToken);
        if (settings is not null)
        {
            await AgentsCheck.RunAsync(settings, roster, next, context, findings, cancellationToken);
            if (repository is not null)
            {
                await TargetCheck.RunAsync(repository, settings, findings, cancellationToken);
            }
        }

        PersonasCheck.Run(roster, problems, settings, findings);
        if (next is not null)
        {
            await CautionsCheck.RunAsync(next, findings, cancellationToken);
        }
    }
}

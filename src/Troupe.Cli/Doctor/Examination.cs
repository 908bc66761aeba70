using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Git;
using Troupe.Personas;

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
        if (settings is not null)
        {
            AgentsCheck.Run(settings, roster, context, findings);
            if (repository is not null)
            {
                await TargetCheck.RunAsync(repository, settings, findings, cancellationToken);
            }
        }

        PersonasCheck.Run(roster, problems, settings, findings);
    }
}

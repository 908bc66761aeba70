using Troupe.Core;
using Troupe.Git;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>Mail and sprint logs stay out of git, settings and personas do not.</summary>
internal static class IgnoreRulesCheck
{
    private const string Name = "ignore-rules";

    public static async Task RunAsync(
        TeamHome home, GitRepository repository, CliContext context, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (repository.IsBare || !GitCheckout.TryOpen(home.RepositoryFolder, out var checkout))
        {
            return;
        }

        var git = new GitExecutor(checkout.GitDirectory, context.Environment);
        var call = new GitCall
        {
            WorkingDirectory = home.RepositoryFolder,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_WORK_TREE"] = home.RepositoryFolder },
        };
        async Task<bool> IgnoredAsync(string path) =>
            (await git.TryRunAsync(["check-ignore", "--quiet", "--no-index", path], call, cancellationToken)).ExitCode == 0;

        var logs = await IgnoredAsync(Path.Combine(home.MailFolder, "events.jsonl")) && await IgnoredAsync(Path.Combine(home.SprintsFolder, "events.jsonl"));
        var settings = await IgnoredAsync(home.SettingsFile);
        findings.Add((logs, settings) switch
        {
            (false, _) => Finding.Bad(
                Name, "git does not ignore .team/mail and .team/sprints: logs would be committed, and merged.", "Run 'troupe init', which writes .team/.gitignore."),
            (_, true) => Finding.Warn(
                Name, "git ignores .team/troupe.toml: settings and personas are not versioned.", "Take .team out of the repository's ignore rules."),
            _ => Finding.Fine(Name, "logs are ignored by git, settings and personas are not"),
        });
    }
}

using Troupe.Cli.Mail;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Cli.Init;

/// <summary>Puts mail hooks into the settings of agents and of git, and takes them out again. Nothing else there is changed.</summary>
internal static class HookSetup
{
    public const string Git = "git";

    public static IReadOnlyList<string> Known { get; } = [.. AgentHook.All.Select(hook => hook.Name), Git];

    /// <exception cref="TroupeException">One of them cannot be changed; those before it are.</exception>
    public static async Task<IReadOnlyList<HookChange>> ApplyAsync(
        TeamHome home, IReadOnlyList<string> hooks, bool remove, CliContext context, CancellationToken cancellationToken)
    {
        foreach (var unknown in hooks.Where(hook => !Known.Contains(hook)))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"There are no hooks for '{Printable.Escape(unknown)}'{Suggestion.Hint(unknown, Known)} Known are {string.Join(", ", Known)}.");
        }

        List<HookChange> changes = [];
        foreach (var hook in hooks.Distinct(StringComparer.Ordinal))
        {
            changes.Add(hook == Git
                ? Change(hook, Path.Combine(await FolderAsync(home, context, cancellationToken), GitHookScript.Name), remove, GitHookScript.With, GitHookScript.Without)
                : ChangeAgent(home, AgentHook.Parse(hook), remove));
        }

        return changes;
    }

    private static HookChange ChangeAgent(TeamHome home, AgentHook agent, bool remove)
    {
        var settings = new AgentHookSettings(agent);
        return Change(agent.Name, Path.Combine(home.RepositoryFolder, agent.SettingsFile), remove, settings.With, settings.Without);
    }

    private static HookChange Change(string hook, string path, bool remove, Func<string?, string> with, Func<string, string> without)
    {
        var text = HookFile.Read(path);
        if (remove && text is null)
        {
            return new HookChange(hook, path, "absent");
        }

        var changed = remove ? without(text!) : with(text);
        if (changed == text)
        {
            return new HookChange(hook, path, remove ? "absent" : "kept");
        }

        HookFile.Write(path, changed, executable: hook == Git);
        return new HookChange(hook, path, remove ? "removed" : "written");
    }

    /// <summary>
    /// Git itself is asked, since <c>core.hooksPath</c> may stand in any of its files; not through the Git room, which turns hooks off
    /// for all that it runs.
    /// </summary>
    private static async Task<string> FolderAsync(TeamHome home, CliContext context, CancellationToken cancellationToken)
    {
        var result = await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = Git,
                Arguments = ["rev-parse", "--path-format=absolute", "--git-path", "hooks"],
                WorkingDirectory = home.RepositoryFolder,
                Environment = context.Environment.Where(variable => !variable.Key.StartsWith("GIT_", StringComparison.Ordinal) || variable.Key.StartsWith("GIT_CONFIG", StringComparison.Ordinal))
                    .ToDictionary(variable => variable.Key, variable => variable.Value, StringComparer.Ordinal),
            },
            cancellationToken);
        return result.ExitCode == 0
            ? result.OutputText.TrimEnd('\n')
            : throw new TroupeException(ErrorCode.Git, $"git does not say where its hooks are: {Printable.Escape(result.ErrorText.Trim())}");
    }
}

using Troupe.Core;
using Troupe.MailCli;
using Troupe.Processes;
using Troupe.Shell;

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
                ? ChangeGit(Path.Combine(await FolderAsync(home, context, cancellationToken), GitHookScript.Name), remove)
                : ChangeAgent(home, AgentHook.Parse(hook), remove));
        }

        return changes;
    }

    private static HookChange ChangeAgent(TeamHome home, AgentHook agent, bool remove)
    {
        var settings = new AgentHookSettings(agent);
        return Change(agent.Name, Path.Combine(home.RepositoryFolder, agent.SettingsFile), remove, settings.With, settings.Without);
    }

    /// <summary>
    /// Git passes over a hook that is not executable. One that does something of its owner's is left so: he may have turned it off, and
    /// what is in it is not ours to turn on.
    /// </summary>
    private static HookChange ChangeGit(string path, bool remove)
    {
        if (remove || HookFile.Read(path) is not { } text || HookFile.IsExecutable(path))
        {
            return Change(Git, path, remove, GitHookScript.With, GitHookScript.Without);
        }

        if (GitHookScript.Without(text).Trim().Length > 0)
        {
            throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"'{Printable.Escape(path)}' is not executable, so git ignores it, and was not changed: make it executable ('chmod +x') if what it does is wanted, or move it away.");
        }

        HookFile.Write(path, GitHookScript.With(text), executable: true);
        return new HookChange(Git, path, "written");
    }

    private static HookChange Change(string hook, string path, bool remove, Func<string?, string> with, Func<string, string> without)
    {
        HookDraft.Sweep(path);
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

        HookFile.Write(path, changed, executable: hook == Git && !remove);
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

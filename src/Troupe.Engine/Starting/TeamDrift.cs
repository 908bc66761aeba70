using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Engine;

/// <summary>
/// Where the team's files in the checkout differ from the commit that a sprint starts from: checks are taken from the one, all
/// else from the other.
/// </summary>
internal static class TeamDrift
{
    private const string PersonasFolder = $"{TeamHome.FolderName}/personas";

    /// <summary>What to know about it, one sentence each; none where both say the same.</summary>
    /// <param name="name">How to call the commit.</param>
    public static async Task<IReadOnlyList<string>> DescribeAsync(
        Workplace workplace, CommitId start, string name, CancellationToken cancellationToken)
    {
        var committed = await CommittedAsync(workplace.Repository, start, cancellationToken);
        if (committed.Count == 0)
        {
            return [$".team is not committed in {name}: until it is, checks, too, are taken from the files here, and sessions find no .team in their checkout."];
        }

        var personas = workplace.Roster.Personas.ToDictionary(persona => $"{PersonasFolder}/{persona.Id}/prompt.md", StringComparer.Ordinal);
        var files = personas.ToDictionary(
            pair => pair.Key, pair => Path.Combine(workplace.Home.PersonasFolder, pair.Value.Id.Value, "prompt.md"), StringComparer.Ordinal);
        files[TipSettings.Path] = workplace.Home.SettingsFile;
        var here = await HashAsync(workplace, files, cancellationToken);
        List<string> told = [];
        if (here.GetValueOrDefault(TipSettings.Path) != committed.GetValueOrDefault(TipSettings.Path))
        {
            told.Add(committed.ContainsKey(TipSettings.Path)
                ? $"{TipSettings.Path} differs from {name}: checks are taken from the commit, the rest from the file."
                : $"{TipSettings.Path} is not committed in {name}: until it is, checks, too, are taken from the file.");
        }

        var changed = personas.Where(pair => here.GetValueOrDefault(pair.Key) != committed.GetValueOrDefault(pair.Key))
            .Select(pair => pair.Value.Id.Value).ToList();
        if (changed.Count > 0)
        {
            told.Add($"the {(changed.Count == 1 ? "prompt" : "prompts")} of {string.Join(", ", changed)} in {PersonasFolder} "
                + $"{(changed.Count == 1 ? "differs" : "differ")} from {name}: sessions get what the files here say.");
        }

        return told;
    }

    private static async Task<Dictionary<string, string>> CommittedAsync(GitRepository repository, CommitId start, CancellationToken cancellationToken)
    {
        var listed = await repository.Git.RunAsync(
            ["ls-tree", "-r", "-z", start.Value, "--", TipSettings.Path, PersonasFolder], GitCall.Plain, cancellationToken);

        // Each entry is MODE TYPE OBJECT, a tab, and the path.
        return listed.OutputText.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('\t', 2))
            .ToDictionary(entry => entry[1], entry => entry[0].Split(' ')[2], StringComparer.Ordinal);
    }

    // Hashed as git would store them, so that line endings that a checkout changes are no difference.
    private static async Task<Dictionary<string, string>> HashAsync(
        Workplace workplace, Dictionary<string, string> files, CancellationToken cancellationToken)
    {
        var there = files.Where(file => File.Exists(file.Value)).ToList();
        var call = new GitCall
        {
            Input = Encoding.UTF8.GetBytes(string.Concat(there.Select(file => file.Value + "\n"))),
            WorkingDirectory = workplace.Home.RepositoryFolder,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_WORK_TREE"] = workplace.Home.RepositoryFolder },
        };
        var hashed = await workplace.Repository.Git.RunAsync(["hash-object", "--stdin-paths"], call, cancellationToken);
        return there.Zip(hashed.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
    }
}

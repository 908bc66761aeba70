namespace Troupe.Git;

/// <summary>
/// Which branches the main checkout and the linked worktrees stand on. Moving one would make its checkout look as if its owner had
/// undone everything that came in.
/// </summary>
public static class BranchesInUse
{
    private const string WorkTreeKey = "worktree ";
    private const string BranchKey = "branch ";

    // During a rebase or a bisection HEAD is detached, and these name the branch that will be moved at its end.
    private static readonly (string File, string Why)[] Unfinished =
    [
        ("rebase-merge/head-name", "being rebased"), ("rebase-apply/head-name", "being rebased"), ("BISECT_START", "being bisected"),
    ];

    public static async Task<IReadOnlyList<BranchUse>> ListAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(["worktree", "list", "--porcelain", "-z"], GitCall.Plain, cancellationToken);
        List<BranchUse> uses = [];
        var folder = "";
        foreach (var line in GitPath.Decode(result.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(WorkTreeKey, StringComparison.Ordinal))
            {
                folder = line[WorkTreeKey.Length..];
            }
            else if (line.StartsWith(BranchKey, StringComparison.Ordinal))
            {
                uses.Add(new BranchUse(line[BranchKey.Length..], folder, "checked out"));
            }
        }

        uses.AddRange(GitDirectories(repository.CommonDirectory).SelectMany(Interrupted));
        return uses;
    }

    private static IEnumerable<string> GitDirectories(string common)
    {
        var linked = Path.Combine(common, "worktrees");
        return Directory.Exists(linked) ? Directory.EnumerateDirectories(linked).Prepend(common) : [common];
    }

    private static IEnumerable<BranchUse> Interrupted(string gitDirectory)
    {
        foreach (var (file, why) in Unfinished)
        {
            var path = Path.Combine(gitDirectory, file);
            if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } name)
            {
                yield return new BranchUse(name.StartsWith("refs/", StringComparison.Ordinal) ? name : $"refs/heads/{name}", FolderOf(gitDirectory), why);
            }
        }
    }

    // A linked worktree's git directory names the `.git` file of its checkout.
    private static string FolderOf(string gitDirectory)
    {
        var pointer = Path.Combine(gitDirectory, "gitdir");
        return Path.GetDirectoryName(File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : gitDirectory) ?? gitDirectory;
    }
}

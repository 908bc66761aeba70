using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>
/// The definition of a correct weave, written a second time and as plainly as possible: one patch after another, each by a
/// process of its own, nothing foreseen, nothing composed, in a bare repository that has the tip's attributes.
/// </summary>
internal sealed class SequentialCarry
{
    private readonly GitExecutor _git;
    private readonly GitRepository _repository;
    private readonly ObjectWriter _writer;

    private SequentialCarry(WeaveScene scene, string folder)
    {
        _git = scene.Sandbox.Git.For(folder, ConfigurationScope.DirectoryOnly);
        _repository = scene.Repository;
        _writer = new ObjectWriter(Path.Combine(folder, "objects"), scene.Repository.Format);
    }

    /// <param name="attributes">The attributes that count, whatever the trees hold.</param>
    public static async Task<SequentialCarry> CreateAsync(WeaveScene scene, string attributes)
    {
        var folder = scene.Sandbox.Beside("oracle");
        await scene.Sandbox.GitAsync("init", "--quiet", "--bare", "--template=", folder);
        Directory.CreateDirectory(Path.Combine(folder, "info"));
        await File.WriteAllTextAsync(Path.Combine(folder, "info", "attributes"), attributes);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "objects", "info", "alternates"), Path.Combine(scene.Sandbox.GitDirectory, "objects") + "\n", new UTF8Encoding(false));
        return new SequentialCarry(scene, folder);
    }

    public Task<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellationToken) => _repository.TreeOfAsync(commit, cancellationToken);

    /// <returns>The tree at the end, and which of the patches merged.</returns>
    public async Task<(TreeId Tree, IReadOnlyList<bool> Merged)> RunAsync(
        CommitId tip, IReadOnlyList<Patch> patches, CancellationToken cancellationToken)
    {
        var tree = await TreeOfAsync(tip, cancellationToken);
        List<bool> merged = [];
        foreach (var patch in patches)
        {
            var after = await CarryAsync(patch, tree, cancellationToken);
            merged.Add(after is not null);
            tree = after ?? tree;
        }

        return (tree, merged);
    }

    /// <summary>What the patch makes of a tree; null: it does not merge.</summary>
    public async Task<TreeId?> CarryAsync(Patch patch, TreeId onto, CancellationToken cancellationToken)
    {
        var fork = Commit(await TreeOfAsync(patch.Fork, cancellationToken), null);
        var result = await _git.TryRunAsync(
            [
                "-c", "merge.directoryRenames=false", "-c", "merge.renameLimit=7000",
                "merge-tree", "--write-tree", Commit(onto, fork).Value, Commit(patch.Result, fork).Value,
            ],
            GitCall.Plain,
            cancellationToken);
        result.ExitCode.ShouldBeLessThan(2, result.ErrorText);
        return result.ExitCode == 0 ? TreeId.Parse(result.OutputText[..onto.Value.Length]) : null;
    }

    /// <summary>The paths that differ and what they hold, for each pair of trees: <c>path: mode object</c>.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> CompareAsync(IReadOnlyList<TreePair> pairs, CancellationToken cancellationToken) =>
        [.. (await TreeDiff.CompareAsync(_git, pairs, renames: false, cancellationToken)).Select(changes => (IReadOnlyDictionary<string, string>)changes
            .ToDictionary(change => change.Path, change => $"{change.NewMode} {change.NewObject}", StringComparer.Ordinal))];

    /// <summary>Whether git sees a rename in any of the pairs.</summary>
    public async Task<bool> HasRenamesAsync(IReadOnlyList<TreePair> pairs, CancellationToken cancellationToken) =>
        (await TreeDiff.CompareAsync(_git, pairs, renames: true, cancellationToken)).Any(changes => changes.Any(change => change.OldPath is not null));

    private CommitId Commit(TreeId tree, CommitId? parent) => _writer.WriteCommit(new CommitDraft
    {
        Tree = tree,
        Parents = parent is { } one ? [one] : [],
        Author = new GitSignature(new GitIdentity("Oracle", "oracle@example.org"), DateTimeOffset.UnixEpoch),
        Message = "step",
    });
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>
/// The definition of a correct weave, written a second time and as plainly as possible: one patch after another, each by a
/// process of its own, nothing foreseen, nothing composed.
/// </summary>
internal static class SequentialCarry
{
    /// <returns>The tree at the end, and which of the patches merged.</returns>
    public static async Task<(TreeId Tree, IReadOnlyList<bool> Merged)> RunAsync(
        WeaveScene scene, CommitId tip, IReadOnlyList<Patch> patches, CancellationToken cancellationToken)
    {
        var git = scene.Sandbox.Git;
        var writer = new ObjectWriter(Path.Combine(scene.Sandbox.GitDirectory, "objects"), scene.Repository.Format);
        var tree = await scene.Repository.TreeOfAsync(tip, cancellationToken);
        List<bool> merged = [];
        foreach (var patch in patches)
        {
            var fork = Commit(writer, await scene.Repository.TreeOfAsync(patch.Fork, cancellationToken), null);
            var result = await git.TryRunAsync(
                [
                    "-c", "merge.directoryRenames=false", "-c", "merge.renameLimit=7000",
                    "merge-tree", "--write-tree", Commit(writer, tree, fork).Value, Commit(writer, patch.Result, fork).Value,
                ],
                GitCall.Plain,
                cancellationToken);
            result.ExitCode.ShouldBeLessThan(2, result.ErrorText);
            merged.Add(result.ExitCode == 0);
            tree = result.ExitCode == 0 ? TreeId.Parse(result.OutputText[..tree.Value.Length]) : tree;
        }

        return (tree, merged);
    }

    private static CommitId Commit(ObjectWriter writer, TreeId tree, CommitId? parent) => writer.WriteCommit(new CommitDraft
    {
        Tree = tree,
        Parents = parent is { } one ? [one] : [],
        Author = new GitSignature(new GitIdentity("Oracle", "oracle@example.org"), DateTimeOffset.UnixEpoch),
        Message = "step",
    });
}

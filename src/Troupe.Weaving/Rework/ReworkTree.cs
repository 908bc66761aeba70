using System.Globalization;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// The tree that a rework starts from: the tip with everything of the patch that merges. In colliding texts the lines that
/// collide are as they have landed, and the others merged; whatever else collides is as it has landed.
/// </summary>
/// <param name="folder">For the sides of colliding files, while git merges them.</param>
internal sealed class ReworkTree(GitExecutor git, ObjectWriter writer, string folder)
{
    // Each takes a process. What is beyond it is as it has landed: its sides are in the kit.
    private const int MaxFiles = 50;

    public async Task<TreeId> MakeAsync(TreeId tip, PatchResult result, MergeOutcome merge, CancellationToken cancellationToken)
    {
        await using var reader = ObjectReader.Open(git);
        var trees = new TreeStore(reader, writer);
        var changes = await new TreeComparison(trees).CompareAsync(tip, merge.Tree, cancellationToken);
        var contested = result.Conflicts.SelectMany(conflict => conflict.OtherPaths.Prepend(conflict.Path))
            .Concat(merge.Entries.Select(entry => entry.Path)).ToHashSet(StringComparer.Ordinal);
        List<PathChange> applied = [.. changes.Where(change => !contested.Any(path => Meets(change.Path, path)))];
        foreach (var conflict in result.Conflicts.Where(IsText).Take(MaxFiles))
        {
            if (await MergedAsync(conflict, cancellationToken) is { } leaf)
            {
                applied.Add(new PathChange(conflict.Path, null, leaf));
            }
        }

        var tree = await new TreeComposer(trees).ApplyAsync(tip, applied, cancellationToken);
        writer.Flush();
        return tree;
    }

    // git keeps a file that is in a folder's way under the folder's name with '~' and a commit that was made up for the merge.
    private static bool Meets(string path, string contested) =>
        path == contested
        || path.StartsWith(contested + "/", StringComparison.Ordinal)
        || path.StartsWith(contested + "~", StringComparison.Ordinal)
        || contested.StartsWith(path + "/", StringComparison.Ordinal);

    private static bool IsText(Conflict conflict) =>
        conflict is { Kind: ConflictKind.Content, OtherPaths: [], Base: { } @base, Ours: { } ours, Theirs: { } theirs }
        && new[] { @base, ours, theirs }.All(side => side.Mode.StartsWith("100", StringComparison.Ordinal));

    // A mode that only the patch changes merges, like lines that only it changes.
    private static EntryMode ModeOf(Conflict conflict) => EntryMode.Parse(
        conflict.Ours!.Mode == conflict.Base!.Mode ? conflict.Theirs!.Mode : conflict.Ours.Mode);

    private async Task<TreeLeaf?> MergedAsync(Conflict conflict, CancellationToken cancellationToken)
    {
        ConflictSide[] sides = [conflict.Ours!, conflict.Base!, conflict.Theirs!];
        var contents = await ObjectBatch.ReadAsync(git, [.. sides.Select(side => side.Blob.Value)], cancellationToken);
        List<string> files = [];
        for (var i = 0; i < sides.Length; i++)
        {
            files.Add(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"side-{i}")));
            await File.WriteAllBytesAsync(files[i], contents[i].Content, cancellationToken);
        }

        // Not 0: git takes it for a binary file.
        var merged = await git.TryRunAsync(["merge-file", "-p", "--ours", .. files], GitCall.Plain, cancellationToken);
        return merged.ExitCode == 0 ? new TreeLeaf(ModeOf(conflict), writer.WriteBlob(merged.Output.Span).Value) : null;
    }
}

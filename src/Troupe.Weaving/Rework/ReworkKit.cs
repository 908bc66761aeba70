using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// What the author of a patch that did not land finds in the next checkout: the report, and each colliding file as it was
/// found, as it has landed and as it was wanted.
/// </summary>
public static class ReworkKit
{
    /// <summary>The folder in the checkout, relative to its root. It is excluded from commits.</summary>
    public const string Folder = ".troupe/conflict";

    /// <summary>The report for programs, as it is also attached to the mail.</summary>
    public const string ReportFile = $"{Folder}/report.json";

    /// <summary>The files of the kit, by paths relative to the checkout's root.</summary>
    /// <param name="git">Where the objects of the weave can be seen: <see cref="Weave.Git"/>, or the repository once they are published.</param>
    public static async Task<IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)>> BuildAsync(
        GitExecutor git, PatchResult result, CommitId? startFrom, CancellationToken cancellationToken)
    {
        List<(string Path, ReadOnlyMemory<byte> Content)> files =
        [
            ($"{Folder}/REPORT.md", Encoding.UTF8.GetBytes(ConflictReport.Of(result, startFrom))),
            (ReportFile, Encoding.UTF8.GetBytes(ReportOutput.Of(result, startFrom).ToJsonString())),
        ];
        var sides = result.Conflicts.SelectMany(SidesOf).DistinctBy(side => side.File, StringComparer.Ordinal).ToList();
        var contents = await ObjectBatch.ReadAsync(git, [.. sides.Select(side => side.Side.Blob.Value)], cancellationToken);
        files.AddRange(sides.Zip(contents).Select(pair => (pair.First.File, pair.Second.Content)));
        return files;
    }

    private static IEnumerable<(string File, ConflictSide Side)> SidesOf(Conflict conflict)
    {
        (string Name, ConflictSide? Side)[] sides = [("base", conflict.Base), ("ours", conflict.Ours), ("theirs", conflict.Theirs)];
        foreach (var (name, side) in sides)
        {
            // A submodule's commit is in another repository; a path that leads out of the folder is nobody's file.
            if (side is { Mode: not "160000" } && PathRules.Objection(conflict.Path) is null)
            {
                yield return ($"{Folder}/{conflict.Path}.{name}", side);
            }
        }
    }
}

using Troupe.Agents;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Engine;

/// <summary>
/// The files that a rework finds in its checkout: the report, and the three sides of every colliding file as
/// <c>.troupe/conflict/PATH.base|.ours|.theirs</c>. They are ignored there and never become part of a patch.
/// </summary>
internal static class ReworkFiles
{
    private const string Folder = ".troupe/conflict";
    private const string GitlinkMode = "160000";

    public static async Task<IReadOnlyList<CheckoutFile>> ReadAsync(
        GitRepository repository, Dossier dossier, CancellationToken cancellationToken)
    {
        var sides = dossier.Files.SelectMany(Sides).DistinctBy(side => side.Path, StringComparer.Ordinal).ToList();
        var blobs = await ObjectBatch.ReadAsync(repository.Git, [.. sides.Select(side => side.Blob)], cancellationToken);
        return
        [
            new CheckoutFile($"{Folder}/REPORT.md", System.Text.Encoding.UTF8.GetBytes(dossier.Text)),
            .. sides.Zip(blobs, (side, blob) => new CheckoutFile(side.Path, blob.Content)),
        ];
    }

    private static IEnumerable<(string Path, string Blob)> Sides(DossierFile file)
    {
        IEnumerable<(DossierSide? Side, string Name)> sides = [(file.Base, "base"), (file.Ours, "ours"), (file.Theirs, "theirs")];
        // A submodule's side is a commit of another repository: there is nothing to show.
        return sides
            .Where(side => side.Side is not null && side.Side.Mode != GitlinkMode)
            .Select(side => ($"{Folder}/{file.Path}.{side.Name}", side.Side!.Blob));
    }
}

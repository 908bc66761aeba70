using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Finds the conflict markers that patches add. Reads every file that a patch makes once, and those before it only where it has markers.</summary>
internal sealed class MarkerSearch(PrivateGitDirectory directory, ObjectReader reader)
{
    // Nobody reads larger files by lines, and what is data is not merged by hand.
    private const long MaxSize = 8 << 20;
    private const long BytesAtOnce = 32 << 20;

    private readonly Dictionary<(string Blob, int Size), IReadOnlyList<MarkerLine>> _found = [];

    /// <returns>For each patch, the files in which it adds some.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<(string Path, MarkerLine Marker)>>> FindAsync(
        IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        var made = patches.SelectMany(patch => patch.Changes).Where(IsNewContent).ToList();
        var sizes = await MarkerSizes.LoadAsync(directory, made.Select(change => change.Path), cancellationToken);
        await ReadAsync(made.Select(change => (change.New!.Value.ObjectName, sizes.Of(change.Path))), cancellationToken);
        var suspects = patches.Where(patch => patch.Changes.Any(change => In(change.New, sizes.Of(change.Path)).Count > 0)).ToList();
        await ReadAsync(suspects.SelectMany(patch => OldOf(patch, sizes)), cancellationToken);
        return [.. patches.Select(patch => Added(patch, sizes))];
    }

    private static bool IsNewContent(PathChange change) =>
        change.New is { Mode.IsFile: true } made && made.ObjectName != change.Old?.ObjectName;

    // A file that is renamed was another one before.
    private static IEnumerable<(string Blob, int Size)> OldOf(CarriedPatch patch, MarkerSizes sizes) => patch.Changes
        .Where(change => change.Old is { Mode.IsFile: true })
        .Select(change => (change.Old!.Value.ObjectName, sizes.Of(change.Path)));

    private List<(string Path, MarkerLine Marker)> Added(CarriedPatch patch, MarkerSizes sizes)
    {
        List<(string, MarkerLine)> added = [];
        foreach (var change in patch.Changes.Where(IsNewContent))
        {
            var size = sizes.Of(change.Path);
            var after = In(change.New, size);
            if (after.Count > 0)
            {
                IReadOnlyList<MarkerLine> before = change.Old is { } old
                    ? In(old, size)
                    : [.. patch.Changes.Where(other => other.New is null).SelectMany(gone => In(gone.Old, sizes.Of(gone.Path)))];
                added.AddRange(AddedMarkers.Of(before, after).Select(marker => (change.Path, marker)));
            }
        }

        return added;
    }

    private IReadOnlyList<MarkerLine> In(TreeLeaf? leaf, int size) =>
        leaf is { } there ? _found.GetValueOrDefault((there.ObjectName, size), []) : [];

    private async Task ReadAsync(IEnumerable<(string Blob, int Size)> wanted, CancellationToken cancellationToken)
    {
        var unknown = wanted.Where(item => !_found.ContainsKey(item)).Distinct().ToList();
        var lengths = await reader.SizesAsync([.. unknown.Select(item => item.Blob)], cancellationToken);
        List<(string Blob, int Size)> part = [];
        var bytes = 0L;
        for (var i = 0; i < unknown.Count; i++)
        {
            if (lengths[i] is { } length and <= MaxSize)
            {
                part.Add(unknown[i]);
                bytes += length;
            }

            if (part.Count > 0 && (bytes >= BytesAtOnce || i == unknown.Count - 1))
            {
                var contents = await reader.FindAsync([.. part.Select(item => item.Blob)], cancellationToken);
                for (var k = 0; k < part.Count; k++)
                {
                    _found[part[k]] = contents[k] is { } content ? ConflictMarkers.In(content.Content.Span, part[k].Size) : [];
                }

                (part, bytes) = ([], 0);
            }
        }
    }
}

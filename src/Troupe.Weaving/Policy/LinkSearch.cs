using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Finds the symbolic links of patches that lead out of the tree: whoever writes through one writes where nobody looks.</summary>
internal sealed class LinkSearch(ObjectReader reader)
{
    // No system follows longer ones.
    private const long LongestTarget = 4096;

    /// <returns>For each patch, such links that it makes or changes.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> FindAsync(IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        var names = patches.SelectMany(Links).Select(link => link.New!.Value.ObjectName).Distinct(StringComparer.Ordinal).ToList();
        var sizes = await reader.SizesAsync(names, cancellationToken);
        List<string> small = [.. names.Where((_, i) => sizes[i] is <= LongestTarget)];
        var contents = await reader.FindAsync(small, cancellationToken);
        var targets = small.Zip(contents, (name, content) => (name, Target: content is null ? "" : GitPath.Decode(content.Content.Span)))
            .ToDictionary(pair => pair.name, pair => pair.Target, StringComparer.Ordinal);
        return [.. patches.Select(patch => (IReadOnlyList<string>)
            [.. Links(patch).Where(link => LeadsOut(link.Path, targets.GetValueOrDefault(link.New!.Value.ObjectName, ""))).Select(link => link.Path)])];
    }

    /// <summary>Read as text: what other links on the way make of it is not known here. Pure.</summary>
    internal static bool LeadsOut(string path, string target)
    {
        if (target.StartsWith('/'))
        {
            return true;
        }

        var depth = TreePaths.Ancestors(path).Count();
        foreach (var name in target.Split('/'))
        {
            depth += name switch { "" or "." => 0, ".." => -1, _ => 1 };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<PathChange> Links(CarriedPatch patch) =>
        patch.Changes.Where(change => change.New is { Mode.IsSymlink: true } && change.New != change.Old);
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Finds the names of the tip in any case. Only folders that a search leads through are read, each once.</summary>
internal sealed class TipNames(TreeStore trees, TreeId tip)
{
    private readonly Dictionary<TreeId, ILookup<string, TreeEntry>> _folders = [];

    /// <summary>What is in the way of the path in the tip: something of its name, or a file of the name of a folder above it, in other case.</summary>
    public async Task<IReadOnlyList<string>> VariantsOfAsync(string path, CancellationToken cancellationToken)
    {
        List<string> found = [];
        List<(string Prefix, TreeId Folder)> level = [("", tip)];
        for (int start = 0, end = 0; level.Count > 0 && end < path.Length; start = end + 1)
        {
            end = path.IndexOf('/', start) is var slash and >= 0 ? slash : path.Length;
            List<(string Prefix, TreeId Folder)> below = [];
            foreach (var (prefix, folder) in level)
            {
                foreach (var entry in (await NamesAsync(folder, cancellationToken))[FoldedNames.Key(path[start..end])])
                {
                    var name = prefix + entry.Name;
                    if (end < path.Length && entry.Mode.IsTree)
                    {
                        below.Add((name + "/", TreeId.Parse(entry.ObjectName)));
                    }
                    else if (name != path[..end])
                    {
                        found.Add(name);
                    }
                }
            }

            level = below;
        }

        return found;
    }

    private async ValueTask<ILookup<string, TreeEntry>> NamesAsync(TreeId folder, CancellationToken cancellationToken)
    {
        if (!_folders.TryGetValue(folder, out var names))
        {
            var entries = await trees.ReadAsync(folder, cancellationToken);
            _folders.Add(folder, names = entries.ToLookup(entry => FoldedNames.Key(entry.Name), StringComparer.Ordinal));
        }

        return names;
    }
}

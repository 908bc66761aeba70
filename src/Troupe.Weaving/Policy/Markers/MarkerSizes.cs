using System.Globalization;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// How long conflict markers are in which file: the attribute <c>conflict-marker-size</c> of the tip says so, by which files that
/// are full of examples can be told from files that hold a real one.
/// </summary>
internal sealed class MarkerSizes
{
    private readonly Dictionary<string, int> _sizes;

    private MarkerSizes(Dictionary<string, int> sizes) => _sizes = sizes;

    public static async Task<MarkerSizes> LoadAsync(PrivateGitDirectory directory, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        const string Name = "conflict-marker-size";
        Dictionary<string, int> sizes = new(StringComparer.Ordinal);
        if (!directory.Attributes.Contains(Name, StringComparison.Ordinal))
        {
            return new MarkerSizes(sizes);
        }

        var result = await directory.Git.RunAsync(
            ["check-attr", "--stdin", "-z", Name],
            new GitCall { Input = GitPath.Encode(string.Concat(paths.Distinct(StringComparer.Ordinal).Select(path => path + "\0"))) },
            cancellationToken);

        // The path, the attribute and its value, each ended by NUL.
        var fields = GitPath.Decode(result.Output.Span).Split('\0');
        for (var i = 0; i + 2 < fields.Length; i += 3)
        {
            if (int.TryParse(fields[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
            {
                sizes[fields[i]] = size;
            }
        }

        return new MarkerSizes(sizes);
    }

    public int Of(string path) => _sizes.GetValueOrDefault(path, ConflictMarkers.UsualSize);
}

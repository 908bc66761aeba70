using System.Text;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Which files keep the lines of both sides in a merge: git says so, where the attributes of the tip speak of it at all.</summary>
internal sealed class UnionFiles(PrivateGitDirectory directory)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private bool? _areThere;

    /// <summary>Asks about those that are not known yet, in one git process; mostly in none.</summary>
    public async Task LoadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        _areThere ??= directory.Attributes.Contains("merge=union", StringComparison.Ordinal)
            || directory.Attributes.Contains("[attr]", StringComparison.Ordinal);
        var unknown = _areThere.Value ? paths.Where(path => !_known.ContainsKey(path)).Distinct(StringComparer.Ordinal).ToList() : [];
        if (unknown.Count == 0)
        {
            return;
        }

        var result = await directory.Git.RunAsync(
            ["check-attr", "--stdin", "-z", "merge"],
            new GitCall { Input = GitPath.Encode(string.Concat(unknown.Select(path => path + "\0"))) },
            cancellationToken);

        // The path, the attribute and its value, each ended by NUL.
        var fields = GitPath.Decode(result.Output.Span).Split('\0');
        for (var i = 0; i + 2 < fields.Length; i += 3)
        {
            _known[fields[i]] = fields[i + 2] == "union";
        }
    }

    public bool Contains(string path) => _known.GetValueOrDefault(path);
}

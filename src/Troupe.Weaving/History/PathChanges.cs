using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Which of some paths differ between the commits of a history and each of their parents.</summary>
internal sealed class PathChanges
{
    private readonly HistoryGraph _commits;
    private readonly Dictionary<TreePair, HashSet<string>> _differ = [];

    private PathChanges(HistoryGraph commits) => _commits = commits;

    /// <summary>All of it in one git process.</summary>
    public static async Task<PathChanges> LoadAsync(
        GitExecutor git, HistoryGraph commits, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var changes = new PathChanges(commits);
        var pairs = commits.Ancestry(commits.Tip).SelectMany(changes.PairsOf).Where(pair => pair.From != pair.To).Distinct().ToList();
        var differences = await TreeDiff.CompareAsync(git, pairs, Pathspecs.Around(paths), cancellationToken);
        var wanted = paths.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < pairs.Count; i++)
        {
            var touched = differences[i].SelectMany(change => TreePaths.Ancestors(change.Path).Prepend(change.Path)).Where(wanted.Contains);
            changes._differ.Add(pairs[i], touched.ToHashSet(StringComparer.Ordinal));
        }

        return changes;
    }

    /// <summary>Whether a commit has one of the paths differently from that parent; the parent is null for a commit without any.</summary>
    public bool Differ(int? parent, int commit, IEnumerable<string> paths) =>
        _differ.TryGetValue(Pair(parent, commit), out var differ) && paths.Any(differ.Contains);

    private IEnumerable<TreePair> PairsOf(int commit) =>
        _commits[commit].IsEdge ? []
        : _commits.ParentsOf(commit) is { Count: > 0 } parents ? parents.Select(parent => Pair(parent, commit))
        : [Pair(null, commit)];

    private TreePair Pair(int? parent, int commit)
    {
        var tree = _commits[commit].Tree;
        return new TreePair(parent is { } place ? _commits[place].Tree : EmptyTree.Beside(tree), tree);
    }
}

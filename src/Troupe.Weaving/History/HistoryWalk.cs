using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// The answers of <c>git log FORK..TIP -- PATHS</c>, from a history that is read once for all forks and paths. Like git it follows only
/// one side of a merge that left the paths as that side had them: what the other side did to them is not in the tip. Pure.
/// </summary>
internal sealed class HistoryWalk(HistoryGraph commits, PathChanges changes)
{
    private readonly Dictionary<CommitId, IReadOnlySet<int>> _known = [];

    /// <summary>The latest commits first.</summary>
    public IReadOnlyList<CommitId> Latest(CommitId fork, IReadOnlyList<string> paths, int max)
    {
        if (!_known.TryGetValue(fork, out var known))
        {
            _known.Add(fork, known = commits.Ancestry(fork));
        }

        List<CommitId> latest = [];
        HashSet<int> seen = [];
        var open = new PriorityQueue<int, (long Age, int Turn)>();
        Reach([commits.PlaceOf(commits.Tip)]);
        while (latest.Count < max && open.TryDequeue(out var commit, out _))
        {
            var (followed, isChange) = Simplify(commit, commits.PlaceOf(fork), known, paths);
            if (isChange)
            {
                latest.Add(commits[commit].Name);
            }

            Reach(followed);
        }

        return latest;

        // Of commits of the same second the one that was met first comes first.
        void Reach(IEnumerable<int> places)
        {
            foreach (var place in places.Where(place => place >= 0 && !known.Contains(place) && seen.Add(place)))
            {
                open.Enqueue(place, (-commits[place].Time, seen.Count));
            }
        }
    }

    // A parent that the fork has, other than the fork itself, comes from beside the range: it neither hides the other parents nor makes
    // a merge a change, unless all parents are such.
    private (IReadOnlyList<int> Followed, bool IsChange) Simplify(int commit, int fork, IReadOnlySet<int> known, IReadOnlyList<string> paths)
    {
        var parents = commits.ParentsOf(commit);
        if (parents.Count == 0)
        {
            return ([], changes.Differ(null, commit, paths));
        }

        var differing = parents.Where(parent => changes.Differ(parent, commit, paths)).ToHashSet();
        var own = parents.Where(parent => parent == fork || !known.Contains(parent)).ToList();
        var same = own.FindIndex(parent => !differing.Contains(parent));
        return same >= 0 ? ([own[same]], false) : (parents, own.Count > 0 || differing.Count > 0);
    }
}

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The first-parent line of a history, oldest first, and for every commit the position at which it became part of
/// it. One pass over the graph for all positions together.
/// </summary>
internal sealed class Mainline
{
    private const int NotReached = -1;

    private readonly CommitGraph _graph;
    private readonly MergeBaseSearch _mergeBases;
    private readonly int[] _commits;
    private readonly int[] _reachedAt;

    /// <summary>Per position: the parents of what the landing brought in that were part of the mainline before it.</summary>
    private readonly int[]?[] _boundaries;

    public Mainline(CommitGraph graph)
    {
        _graph = graph;
        _mergeBases = new MergeBaseSearch(graph);
        _commits = FirstParents(graph);
        _boundaries = new int[]?[_commits.Length];
        _reachedAt = new int[graph.Count];
        Array.Fill(_reachedAt, NotReached);
        for (var position = 0; position < _commits.Length; position++)
        {
            _boundaries[position] = Absorb(position);
        }
    }

    public int Length => _commits.Length;

    /// <summary>The commit at a position.</summary>
    public int this[int position] => _commits[position];

    /// <summary>The first position whose commit has the given one among its ancestors, or is it.</summary>
    public int ReachedAt(int commit) => _reachedAt[commit];

    /// <summary>
    /// The merge base of the first and the second parent of the merge at this position; null without one.
    /// Nearly always the landing touches the mainline's past in one place, which then is the merge base;
    /// where it does not, the youngest mainline commit among them has most of the others for ancestors.
    /// </summary>
    public int? ForkOfMergeAt(int position)
    {
        var candidates = _boundaries[position] ?? [];
        if (candidates.Length > 1)
        {
            var newest = candidates.Where(IsOnLine).Select(ReachedAt).DefaultIfEmpty(NotReached).Max();
            candidates = [.. candidates.Where(candidate => _reachedAt[candidate] > newest || candidate == LineCommit(newest))];
        }

        return candidates switch
        {
            [] => null,
            [var only] => only,
            _ => _mergeBases.Of(_commits[position - 1], _graph.ParentsOf(_commits[position])[1])[0],
        };
    }

    private static int[] FirstParents(CommitGraph graph)
    {
        List<int> line = [];
        for (int? commit = graph.Count == 0 ? null : 0; commit is { } known; commit = graph.FirstParentOf(known))
        {
            line.Add(known);
        }

        line.Reverse();
        return [.. line];
    }

    private bool IsOnLine(int commit) => _commits[_reachedAt[commit]] == commit;

    private int LineCommit(int position) => position == NotReached ? NotReached : _commits[position];

    private int[]? Absorb(int position)
    {
        var landing = _commits[position];
        _reachedAt[landing] = position;
        HashSet<int>? boundary = null;
        var pending = new Stack<int>();

        // The first parent is the position before; only the oldest commit of the line has none there.
        foreach (var parent in _graph.ParentsOf(landing)[(position == 0 ? 0 : 1)..])
        {
            Visit(parent);
        }

        while (pending.TryPop(out var commit))
        {
            foreach (var parent in _graph.ParentsOf(commit))
            {
                Visit(parent);
            }
        }

        return boundary is null ? null : [.. boundary];

        void Visit(int commit)
        {
            if (_reachedAt[commit] == NotReached)
            {
                _reachedAt[commit] = position;
                pending.Push(commit);
            }
            else if (_reachedAt[commit] < position)
            {
                (boundary ??= []).Add(commit);
            }
        }
    }
}

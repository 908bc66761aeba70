namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The best common ancestors of two commits, as <c>git merge-base --all</c> gives them. Walks from both sides in
/// topological order, so that every descendant of a commit has been seen before the commit itself: a common ancestor
/// that no other one has marked as stale by then is a best one. Keeps its scratch memory; not for use by several threads.
/// </summary>
internal sealed class MergeBaseSearch(CommitGraph graph)
{
    private const byte Left = 1;
    private const byte Right = 2;
    private const byte Both = Left | Right;
    private const byte Stale = 4;

    private readonly byte[] _marks = new byte[graph.Count];
    private readonly PriorityQueue<int, int> _queue = new();
    private readonly List<int> _touched = [];
    private int _fresh;

    /// <summary>All best common ancestors, git's own choice (the youngest) first. Empty: unrelated histories.</summary>
    public IReadOnlyList<int> Of(int left, int right)
    {
        List<int> found = [];
        Mark(left, Left);
        Mark(right, Right);
        while (_fresh > 0)
        {
            var commit = _queue.Dequeue();
            var marks = _marks[commit];
            if ((marks & Stale) == 0)
            {
                _fresh--;
                if (marks == Both)
                {
                    found.Add(commit);
                    marks |= Stale;
                }
            }

            foreach (var parent in graph.ParentsOf(commit))
            {
                Mark(parent, marks);
            }
        }

        Forget();
        return [.. found.OrderByDescending(commit => graph[commit].CommitTime).ThenBy(commit => commit)];
    }

    private void Mark(int commit, byte marks)
    {
        var before = _marks[commit];
        var after = (byte)(before | marks);
        _marks[commit] = after;
        if (before == 0)
        {
            _touched.Add(commit);
            _queue.Enqueue(commit, commit);
            _fresh += (after & Stale) == 0 ? 1 : 0;
        }
        else if ((before & Stale) == 0 && (after & Stale) != 0)
        {
            // It is still queued: in topological order nothing marks a commit after its turn.
            _fresh--;
        }
    }

    private void Forget()
    {
        foreach (var commit in _touched)
        {
            _marks[commit] = 0;
        }

        _touched.Clear();
        _queue.Clear();
        _fresh = 0;
    }
}

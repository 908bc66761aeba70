namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The commits of a history as numbers. A commit's number is its place in a topological order, children first, so a
/// commit's number is always lower than its parents': the numbers serve as generation numbers.
/// </summary>
internal sealed class CommitGraph
{
    private readonly IReadOnlyList<HistoryCommit> _commits;
    private readonly int[][] _parents;

    /// <param name="commits">Children before parents, the tip first.</param>
    public CommitGraph(IReadOnlyList<HistoryCommit> commits)
    {
        _commits = commits;
        var numbers = new Dictionary<string, int>(commits.Count, StringComparer.Ordinal);
        for (var i = 0; i < commits.Count; i++)
        {
            numbers[commits[i].Id] = i;
        }

        _parents = new int[commits.Count][];
        for (var i = 0; i < commits.Count; i++)
        {
            // A parent that the history does not hold (shallow clones) is left out.
            _parents[i] = [.. commits[i].Parents.Where(numbers.ContainsKey).Select(parent => numbers[parent])];
            if (_parents[i].Any(parent => parent <= i))
            {
                throw new ArgumentException($"Commit {commits[i].Id} comes after one of its parents.", nameof(commits));
            }
        }
    }

    public int Count => _commits.Count;

    public HistoryCommit this[int commit] => _commits[commit];

    /// <summary>The parents that the history holds, in order.</summary>
    public ReadOnlySpan<int> ParentsOf(int commit) => _parents[commit];

    /// <summary>Whether the history holds every parent of the commit.</summary>
    public bool IsComplete(int commit) => _parents[commit].Length == _commits[commit].Parents.Count;

    /// <summary>The first parent; null for a root and where the history ends before it.</summary>
    public int? FirstParentOf(int commit) =>
        _parents[commit] is [var first, ..] && _commits[first].Id == _commits[commit].Parents[0] ? first : null;
}

namespace Troupe.Weaving;

/// <summary>
/// Which patches cannot land together, as far as that is known: pairs, and larger sets that only conflict jointly. Patches are numbers
/// from 0, in the order of arrival.
/// </summary>
/// <param name="weights">What landing each of them is worth; more than 0.</param>
internal sealed class ConflictGraph(IReadOnlyList<int> weights)
{
    private readonly SortedSet<int>[] _neighbours = [.. weights.Select(_ => new SortedSet<int>())];
    private readonly List<IReadOnlyList<int>> _joint = [];
    private readonly HashSet<(int First, int Second)> _before = [];

    public int Count => weights.Count;

    public IReadOnlyList<int> Weights => weights;

    /// <summary>Sets of three and more of which not all can land.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Joint => _joint;

    /// <summary>Pairs that merge only, as far as is known, where the first of them lands first.</summary>
    public IReadOnlyCollection<(int First, int Second)> Before => _before;

    public IEnumerable<(int First, int Second)> Pairs =>
        _neighbours.SelectMany((others, one) => others.Where(other => other > one).Select(other => (one, other)));

    /// <summary>With whom it cannot land together.</summary>
    public IReadOnlySet<int> Of(int patch) => _neighbours[patch];

    public void Connect(int one, int other)
    {
        _neighbours[one].Add(other);
        _neighbours[other].Add(one);
    }

    /// <param name="patches">Two or more that cannot all land.</param>
    public void Forbid(IReadOnlyList<int> patches)
    {
        if (patches.Count == 2)
        {
            Connect(patches[0], patches[1]);
        }
        else
        {
            _joint.Add([.. patches.Order()]);
        }
    }

    public void Precede(int first, int second) => _before.Add((first, second));

    public bool IsOrdered(int one, int other) => _before.Contains((one, other)) || _before.Contains((other, one));
}

namespace Troupe.Weaving;

/// <summary>
/// The heaviest choice within one component of a conflict graph. Pairs are left to <see cref="IndependentSetSearch"/>; where its answer
/// has all of a set that conflicts jointly, each member in turn is left out.
/// </summary>
internal sealed class ComponentChoice
{
    // A joint conflict is rare, and many of them in one component are rarer: what takes more is chosen well, not best.
    private const int MostAnswers = 500;

    private readonly IReadOnlyList<int> _patches;
    private readonly IReadOnlyList<BitSet> _joint;
    private readonly IndependentSetSearch _search;
    private int _answers;

    /// <param name="component">Ascending.</param>
    public ComponentChoice(ConflictGraph graph, IReadOnlyList<int> component)
    {
        _patches = component;
        var places = component.Select((patch, place) => (patch, place)).ToDictionary(pair => pair.patch, pair => pair.place);
        BitSet Local(IEnumerable<int> patches)
        {
            var set = new BitSet(component.Count);
            foreach (var patch in patches)
            {
                set.Add(places[patch]);
            }

            return set;
        }

        _joint = [.. graph.Joint.Where(set => places.ContainsKey(set[0])).Select(Local)];

        // Among choices that weigh the same, those who came earlier: worth less, all together, than the least difference in weight.
        var scale = ((long)component.Count * (component.Count + 1) / 2) + 1;
        _search = new IndependentSetSearch(
            [.. component.Select(patch => Local(graph.Of(patch)))],
            [.. component.Select((patch, place) => (graph.Weights[patch] * scale) + component.Count - place)]);
    }

    public bool IsExact => _search.IsExact && _answers <= MostAnswers;

    public IEnumerable<int> Best()
    {
        var all = new BitSet(_patches.Count);
        for (var place = 0; place < _patches.Count; place++)
        {
            all.Add(place);
        }

        return Best(all).Nodes.Items().Select(place => _patches[place]);
    }

    private IndependentSet Best(BitSet open)
    {
        _answers++;
        var answer = _search.Solve(open);
        var broken = _joint.Where(set => set.IsSubsetOf(answer.Nodes)).Take(1).ToList();
        if (broken.Count == 0)
        {
            return answer;
        }

        // Beyond the limit the first member is left out unseen; every answer keeps to all joint sets, whether it is the best or not.
        return broken[0].Items().Take(_answers > MostAnswers ? 1 : int.MaxValue).Select(place =>
        {
            var without = open.Copy();
            without.Remove(place);
            return Best(without);
        }).MaxBy(found => found.Weight);
    }
}

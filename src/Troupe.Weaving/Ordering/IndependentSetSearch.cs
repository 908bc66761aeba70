namespace Troupe.Weaving;

/// <summary>
/// The heaviest set of nodes no two of which are connected, exactly: what must be in it is taken, components are solved by themselves,
/// and the rest is branched upon, cut off by what a cover with cliques leaves possible. Deterministic.
/// </summary>
/// <param name="neighbours">Of each node, those that it is connected with.</param>
/// <param name="weights">More than 0.</param>
internal sealed class IndependentSetSearch(IReadOnlyList<BitSet> neighbours, IReadOnlyList<long> weights)
{
    // A few real sprints in one; what takes more is a graph that nobody has seen yet, and gets a good set instead of the best.
    private const int MostBranches = 50_000;

    private int _branches;

    /// <summary>Whether all sets found so far are the heaviest ones.</summary>
    public bool IsExact => _branches <= MostBranches;

    public IndependentSet Solve(BitSet nodes)
    {
        var open = nodes.Copy();
        var taken = Reduce(open);
        while (!open.IsEmpty)
        {
            var component = ComponentOf(open);
            open.RemoveAll(component);
            taken = taken.With(Branch(component));
        }

        return taken;
    }

    // A node that weighs as much as all its neighbours together is in some heaviest set. Removes what is decided.
    private IndependentSet Reduce(BitSet open)
    {
        var taken = new IndependentSet(0, new BitSet(weights.Count));
        for (var again = true; again;)
        {
            again = false;
            foreach (var node in open.Copy().Items().Where(node => open[node]))
            {
                var others = neighbours[node].And(open);
                if (Sum(others) <= weights[node])
                {
                    taken.Nodes.Add(node);
                    taken = taken with { Weight = taken.Weight + weights[node] };
                    open.Remove(node);
                    open.RemoveAll(others);
                    again = true;
                }
            }
        }

        return taken;
    }

    private BitSet ComponentOf(BitSet open)
    {
        var component = new BitSet(weights.Count);
        var reached = new Queue<int>([open.Items().First()]);
        component.Add(reached.Peek());
        while (reached.TryDequeue(out var node))
        {
            foreach (var other in neighbours[node].And(open).Items().Where(other => !component[other]))
            {
                component.Add(other);
                reached.Enqueue(other);
            }
        }

        return component;
    }

    private IndependentSet Branch(BitSet component)
    {
        if (++_branches > MostBranches)
        {
            return Greedy(component);
        }

        var node = component.Items().MaxBy(item => neighbours[item].And(component).Count);
        var rest = component.Copy();
        rest.Remove(node);
        var without = rest.Copy();
        rest.RemoveAll(neighbours[node]);
        var one = new BitSet(weights.Count);
        one.Add(node);
        var best = Solve(rest).With(new IndependentSet(weights[node], one));
        if (Bound(without) <= best.Weight)
        {
            return best;
        }

        var other = Solve(without);
        return other.Weight > best.Weight ? other : best;
    }

    private IndependentSet Greedy(BitSet component)
    {
        var open = component.Copy();
        var taken = new IndependentSet(0, new BitSet(weights.Count));
        while (!open.IsEmpty)
        {
            var node = open.Items().MaxBy(item => weights[item] / (neighbours[item].And(open).Count + 1));
            taken.Nodes.Add(node);
            taken = taken with { Weight = taken.Weight + weights[node] };
            open.Remove(node);
            open.RemoveAll(neighbours[node]);
        }

        return taken;
    }

    // Of nodes that are all connected with one another, only one can be taken.
    private long Bound(BitSet nodes)
    {
        List<(BitSet Nodes, long Heaviest)> cliques = [];
        foreach (var node in nodes.Items())
        {
            var at = cliques.FindIndex(clique => clique.Nodes.IsSubsetOf(neighbours[node]));
            if (at < 0)
            {
                at = cliques.Count;
                cliques.Add((new BitSet(weights.Count), 0));
            }

            cliques[at].Nodes.Add(node);
            cliques[at] = (cliques[at].Nodes, Math.Max(cliques[at].Heaviest, weights[node]));
        }

        return cliques.Sum(clique => clique.Heaviest);
    }

    private long Sum(BitSet nodes) => nodes.Items().Sum(node => weights[node]);
}

namespace Troupe.Weaving;

/// <summary>The parts of a conflict graph that have nothing to do with one another. Pure.</summary>
internal static class GraphComponents
{
    /// <returns>Each in ascending order, those of single patches included.</returns>
    public static IEnumerable<IReadOnlyList<int>> Of(ConflictGraph graph)
    {
        var joint = graph.Joint.SelectMany(set => set.Select(patch => (patch, set))).ToLookup(item => item.patch, item => item.set);
        var seen = new bool[graph.Count];
        for (var start = 0; start < graph.Count; start++)
        {
            if (seen[start])
            {
                continue;
            }

            seen[start] = true;
            SortedSet<int> component = [start];
            for (var open = new Queue<int>(component); open.TryDequeue(out var patch);)
            {
                foreach (var other in graph.Of(patch).Concat(joint[patch].SelectMany(set => set)).Where(other => !seen[other]))
                {
                    seen[other] = true;
                    component.Add(other);
                    open.Enqueue(other);
                }
            }

            yield return [.. component];
        }
    }
}

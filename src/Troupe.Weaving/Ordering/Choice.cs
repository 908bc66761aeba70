namespace Troupe.Weaving;

/// <summary>Which patches of a conflict graph are to land.</summary>
/// <param name="IsExact">Whether no other choice is heavier, as far as the graph knows.</param>
internal sealed record Choice(IReadOnlySet<int> Patches, bool IsExact)
{
    /// <summary>The heaviest choice; among equal ones, that of the patches that came earlier. Pure.</summary>
    public static Choice Of(ConflictGraph graph)
    {
        HashSet<int> chosen = [];
        var isExact = true;
        foreach (var component in GraphComponents.Of(graph))
        {
            var choice = new ComponentChoice(graph, component);
            chosen.UnionWith(choice.Best());
            isExact &= choice.IsExact;
        }

        return new Choice(chosen, isExact);
    }
}

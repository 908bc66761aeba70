namespace Troupe.Weaving;

/// <summary>Some nodes of a graph no two of which are connected, and what they weigh together.</summary>
internal readonly record struct IndependentSet(long Weight, BitSet Nodes)
{
    public IndependentSet With(IndependentSet other) => new(Weight + other.Weight, Nodes.Or(other.Nodes));
}

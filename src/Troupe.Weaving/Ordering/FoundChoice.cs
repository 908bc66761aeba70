namespace Troupe.Weaving;

/// <summary>The choice that kept most when it was tried.</summary>
/// <param name="Order">All patches, those that are to land first.</param>
/// <param name="Steps">The fold of those that are to land.</param>
/// <param name="IsExact">Whether no heavier choice is possible, as far as the graph and what was tried say.</param>
internal sealed record FoundChoice(IReadOnlyList<CarriedPatch> Order, IReadOnlyList<Step> Steps, bool IsExact);

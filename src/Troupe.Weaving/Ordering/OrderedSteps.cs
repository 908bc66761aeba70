namespace Troupe.Weaving;

/// <summary>The steps of a fold, and what led to their order.</summary>
/// <param name="Graph">All that is known to collide, what only the fold has shown included.</param>
/// <param name="IsExact">Whether no heavier choice is possible, as far as pairs and the joint conflicts that were met decide.</param>
/// <param name="InOtherOrder">How many patches would land in the order that was not taken, as far as is foreseen.</param>
internal sealed record OrderedSteps(IReadOnlyList<Step> Steps, PairVerdicts Verdicts, ConflictGraph Graph, bool IsExact, int InOtherOrder);

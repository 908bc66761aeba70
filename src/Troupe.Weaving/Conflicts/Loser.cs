namespace Troupe.Weaving;

/// <summary>A patch that did not land because it collides, and what is known about that.</summary>
/// <param name="Step">The step at which it was tried.</param>
/// <param name="Conflicts">Where it collides.</param>
/// <param name="Opponents">For each conflict, the landed patches that touch its paths, in the order in which they landed.</param>
internal sealed record Loser(Step Step, IReadOnlyList<Conflict> Conflicts, IReadOnlyList<IReadOnlyList<CarriedPatch>> Opponents)
{
    public CarriedPatch Patch => Step.Patch;
}

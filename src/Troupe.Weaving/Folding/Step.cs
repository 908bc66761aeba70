using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>One proven step of the fold.</summary>
/// <param name="Outcome">What git makes of carrying the patch onto the tree before it.</param>
/// <param name="Changes">What it changes, where it lands.</param>
/// <param name="Strays">Paths that the merge changed though the patch cannot have meant them; with any, it does not land.</param>
internal sealed record Step(
    CarriedPatch Patch, TreeId Before, MergeOutcome Outcome, IReadOnlyList<PathChange> Changes, IReadOnlyList<string> Strays)
{
    /// <summary>Names that it adds beside one that differs only in case; with any, it does not land.</summary>
    public IReadOnlyList<CaseTwin> Twins { get; init; } = [];

    /// <summary>Whether it has something to change and could not.</summary>
    public bool Collides => !Outcome.IsClean || Strays.Count > 0 || Twins.Count > 0;

    public bool Lands => !Collides && Changes.Count > 0;

    public TreeId After => Lands ? Outcome.Tree : Before;
}

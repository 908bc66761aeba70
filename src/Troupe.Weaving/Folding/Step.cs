using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>One proven step of the fold.</summary>
/// <param name="Outcome">What git makes of carrying the patch onto the tree before it.</param>
/// <param name="Changes">What it changes, where it lands.</param>
/// <param name="Strays">Paths that the merge changed though the patch cannot have meant them; with any, it does not land.</param>
internal sealed record Step(
    CarriedPatch Patch, TreeId Before, MergeOutcome Outcome, IReadOnlyList<PathChange> Changes, IReadOnlyList<string> Strays)
{
    public bool Lands => Outcome.IsClean && Strays.Count == 0 && Changes.Count > 0;

    public TreeId After => Lands ? Outcome.Tree : Before;
}

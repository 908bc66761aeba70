using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What a step of the fold is expected to do: the tree that it finds and the tree that it leaves.</summary>
internal sealed record Prediction(CarriedPatch Patch, TreeId Before, TreeId After)
{
    public Carry Carry => new(Patch.Base, Before, Patch.Theirs);
}

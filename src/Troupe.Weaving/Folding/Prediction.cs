using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What a step of the fold is expected to do: the tree that it finds and the tree that it leaves.</summary>
internal sealed record Prediction(CarriedPatch Patch, TreeId Before, TreeId After)
{
    public Carry Carry => new(Patch.Base, Before, Patch.Theirs);

    /// <summary>Where it is expected to collide with what has landed, as far as that could be foreseen.</summary>
    public IReadOnlyList<string> Collisions { get; init; } = [];
}

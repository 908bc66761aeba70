using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// A weave that was under way is given up before anything of it was published. Its patches are as safe as they were: captured.
/// </summary>
public sealed record WeaveDropped : SprintEvent
{
    public required int Weave { get; init; }

    /// <summary>The patches that were in it.</summary>
    public required IReadOnlyList<PatchId> Patches { get; init; }

    public required string Reason { get; init; }
}

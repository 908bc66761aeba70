using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The intent to weave. It fixes everything that the result depends on, so that a weave can be repeated after a crash.</summary>
public sealed record WeaveStarted : SprintEvent
{
    /// <summary>1 for the sprint's first.</summary>
    public required int Weave { get; init; }

    public required int Tick { get; init; }

    public required CommitId Tip { get; init; }

    /// <summary>In the order in which they are folded.</summary>
    public required IReadOnlyList<PatchInWeave> Patches { get; init; }

    /// <summary>The time of every commit that the weave makes.</summary>
    public required DateTimeOffset Time { get; init; }
}

using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The sprint's branch points at the result of a weave; the next sessions start from it.</summary>
public sealed record LandingPublished : SprintEvent
{
    public required int Weave { get; init; }

    public required CommitId Commit { get; init; }

    public required TreeId Tree { get; init; }

    public required string Branch { get; init; }
}

using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What to weave. The same request on the same repository gives the same trees, reports and commit ids.</summary>
public sealed record WeaveRequest
{
    /// <summary>The commit that the patches land on.</summary>
    public required CommitId Tip { get; init; }

    /// <summary>Where branches are taken to have left from, and where diffs that name no base were made; null: the tip.</summary>
    public CommitId? Base { get; init; }

    /// <summary>In the order of arrival, which is the order of the fold.</summary>
    public required IReadOnlyList<WeavePatch> Patches { get; init; }

    /// <summary>The time that every commit of this weave carries (raised to the tip's own time where that is later).</summary>
    public required DateTimeOffset CommitTime { get; init; }

    /// <summary>The sprint, for the trailers of the commits.</summary>
    public int? Sprint { get; init; }

    /// <summary>Patterns of files in which both sides' lines are kept (append-only files).</summary>
    public IReadOnlyList<string> UnionPaths { get; init; } = [];

    /// <summary>Whether patches that change <see cref="ProtectedPaths"/> are held for a human.</summary>
    public bool Policy { get; init; }
}

using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What to weave. The same request on the same repository gives the same trees, reports and commit ids.</summary>
public sealed record WeaveRequest
{
    /// <summary>The commit that the patches land on.</summary>
    public required CommitId Tip { get; init; }

    /// <summary>Where branches are taken to have left from, and where diffs that name no base were made; null: the tip.</summary>
    public CommitId? Base { get; init; }

    /// <summary>In the order of arrival.</summary>
    public required IReadOnlyList<WeavePatch> Patches { get; init; }

    /// <summary>In which order they are folded.</summary>
    public WeaveOrder Order { get; init; } = WeaveOrder.Best;

    /// <summary>The time that every commit of this weave carries (raised to the tip's own time where that is later).</summary>
    public required DateTimeOffset CommitTime { get; init; }

    /// <summary>The sprint, for the trailers of the commits.</summary>
    public int? Sprint { get; init; }

    /// <summary>Patterns of files in which both sides' lines are kept (append-only files).</summary>
    public IReadOnlyList<string> UnionPaths { get; init; } = [];

    /// <summary>Programs that merge files which they understand better than git; git's own merge counts where one fails.</summary>
    public IReadOnlyList<MergeDriverSettings> Drivers { get; init; } = [];

    /// <summary>Lock files, and the commands that make them anew where several changes meet in one.</summary>
    public IReadOnlyList<RegenerationSettings> Regenerate { get; init; } = [];

    /// <summary>Runs those commands; null: this is a plan, which runs none.</summary>
    public IRegenerator? Regenerator { get; init; }

    /// <summary>Whether patches that bring rubbish along are refused, and those that change <see cref="ProtectedPaths"/> held for a human.</summary>
    public bool Policy { get; init; }

    /// <summary>
    /// Ids of patches, or beginnings of ids, to which a human has agreed: they are not held. An id stands for one fork and one
    /// tree, so that consent never covers what nobody has seen.
    /// </summary>
    public IReadOnlyList<string> Acked { get; init; } = [];

    /// <summary>Whether a human has agreed to this patch.</summary>
    public bool IsAcked(PatchId patch) => Acked.Any(id => patch.Value.StartsWith(id, StringComparison.Ordinal));
}

using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>Why this order, in the JSON of a weave.</summary>
internal sealed record PlanOutput
{
    /// <summary><c>best</c> or <c>fifo</c>.</summary>
    public required string Order { get; init; }

    /// <summary>Whether no other choice would be heavier.</summary>
    public required bool Exact { get; init; }

    /// <summary>How many pairs of patches share a path.</summary>
    public required int Pairs { get; init; }

    public required IReadOnlyList<PlannedConflict> Conflicts { get; init; }

    /// <summary>Sets of three and more that merge in pairs and not all together.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Joint { get; init; }

    /// <summary>How many patches would land in the other order.</summary>
    public required int InOtherOrder { get; init; }

    public required IReadOnlyList<HotFile> HotFiles { get; init; }

    public static PlanOutput Of(WeavePlan plan) => new()
    {
        Order = plan.Order.Name(),
        Exact = plan.IsExact,
        Pairs = plan.Pairs,
        Conflicts = plan.Conflicts,
        Joint = plan.Joint,
        InOtherOrder = plan.InOtherOrder,
        HotFiles = plan.HotFiles,
    };
}

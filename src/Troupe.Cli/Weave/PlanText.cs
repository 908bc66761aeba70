using Troupe.Core;
using Troupe.Shell;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>What a person reads of a plan: what collides with what, what each that stays out would cost, and which files cause it.</summary>
internal static class PlanText
{
    private const int MostNames = 6;

    public static IEnumerable<string> Lines(Weaving.Weave weave)
    {
        var plan = weave.Plan;
        if (plan.Conflicts.Count + plan.Joint.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return $"{Count(plan.Pairs, "pair shares", "pairs share")} a path, {plan.Conflicts.Count} of them cannot land together. {Choice(plan)}";
        var landed = weave.Order.ToHashSet(StringComparer.Ordinal);
        foreach (var result in weave.Results.Where(result => result.Outcome == PatchOutcome.Conflicted))
        {
            var label = result.Patch.Label;
            var cost = plan.Conflicts.Where(conflict => conflict.First == label || conflict.Second == label)
                .Select(conflict => conflict.First == label ? conflict.Second : conflict.First).Where(landed.Contains).ToList();
            if (cost.Count > 0)
            {
                yield return $"  {Printable.Escape(label)} instead would cost {Names(cost)}";
            }
        }

        foreach (var set in plan.Joint)
        {
            yield return $"  {Names(set)} merge in pairs, but not all together";
        }

        if (plan.HotFiles.Count > 0)
        {
            yield return "Hot files:";
        }

        foreach (var line in TextTable.Lines(plan.HotFiles.Select(file => new[]
        {
            "  " + Printable.Escape(file.Path), Count(file.Conflicts, "conflict", "conflicts"), Names(file.Patches),
        }).ToList()))
        {
            yield return line;
        }
    }

    private static string Choice(WeavePlan plan) => plan.Order switch
    {
        WeaveOrder.Best => $"{(plan.IsExact ? "No choice is better" : "A better choice may exist")}; as they came {plan.InOtherOrder} would land.",
        _ => $"Folded as they came; with --order best {plan.InOtherOrder} would land.",
    };

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    private static string Names(IReadOnlyList<string> labels) =>
        string.Join(", ", labels.Take(MostNames).Select(Printable.Escape)) + (labels.Count > MostNames ? $" and {labels.Count - MostNames} more" : "");
}

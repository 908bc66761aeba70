using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Puts together what is said of each patch in the end.</summary>
internal sealed class Verdicts(
    IReadOnlyList<WeavePatch> patches,
    Door door,
    IReadOnlyList<Step> steps,
    IReadOnlyDictionary<int, Explanation> explanations,
    SharedWork shared)
{
    private readonly Dictionary<int, Step> _steps = steps.ToDictionary(step => step.Patch.Index);

    /// <param name="commits">Receives the landed patches in the order of the fold.</param>
    /// <param name="trees">The tree that each step leaves.</param>
    public IReadOnlyList<PatchResult> Write(LandingCommits commits, IReadOnlyList<TreeId> trees)
    {
        var results = new PatchResult[patches.Count];
        foreach (var (step, tree) in steps.Zip(trees))
        {
            results[step.Patch.Index] = Of(step, tree, commits);
        }

        for (var i = 0; i < results.Length; i++)
        {
            results[i] ??= Refused(i, (IntakeResult.Refused)door[i]);
        }

        return results;
    }

    private PatchResult Refused(int index, IntakeResult.Refused refused) => new()
    {
        Patch = patches[index],
        Outcome = refused.Outcome,
        Change = door.Taken[index]?.Change,
        Subject = door.Taken[index]?.Subject ?? "",
        Remark = door.Taken[index]?.Remark,
        Paths = refused.Paths,
        Conflicts = refused.Conflicts,
        Reason = refused.Reason,
    };

    private PatchResult Of(Step step, TreeId tree, LandingCommits commits)
    {
        var index = step.Patch.Index;
        var taken = door.Taken[index]!;
        var result = new PatchResult
        {
            Patch = patches[index],
            Outcome = PatchOutcome.Landed,
            Change = taken.Change,
            Subject = taken.Subject,
            Remark = string.Join(" ", new[] { taken.Remark, SharedWith(step) }.OfType<string>()) is { Length: > 0 } remark ? remark : null,
            Paths = [.. step.Patch.Paths.Order(StringComparer.Ordinal)],
        };
        if (step.Lands)
        {
            return result with { Commit = commits.Add(taken, patches[index], tree) };
        }

        return explanations.TryGetValue(index, out var explanation)
            ? result with
            {
                Outcome = PatchOutcome.Conflicted,
                Merge = step.Outcome,
                Conflicts = explanation.Conflicts,
                Reason = ConflictSentence.Of(explanation.Conflicts),
                Rivals = [.. explanation.Rivals.Select(rival => patches[rival].Label)],
            }
            : result with { Outcome = PatchOutcome.Redundant, Reason = Contained(step) };
    }

    private string Contained(Step step)
    {
        if (step.Patch.IsInTip)
        {
            return "The tip already has all of it.";
        }

        var paths = new PathIndex();
        paths.Add(step.Patch.Paths, 0);
        var others = steps.TakeWhile(other => other != step).Where(other => other.Lands && paths.Meets(other.Patch.Paths))
            .Select(other => other.Patch.Index).ToList();
        return shared.SameAs(step.Patch.Index) is { } same && others.Contains(same) ? $"It is the same change as {Label(same)}."
            : others is [var only] ? $"{Label(only)} already holds all of it."
            : $"What has landed before it already holds all of it: {string.Join(", ", others.Select(Label))}.";
    }

    // Two who did the same should know of each other, whatever becomes of it.
    private string? SharedWith(Step step)
    {
        if (!step.Lands)
        {
            return step.Changes.Count + step.Outcome.Entries.Count > 0 && shared.SameAs(step.Patch.Index) is { } same
                ? $"It is the same change as {Label(same)}."
                : null;
        }

        var parts = shared.PartsOf(step.Patch.Index);
        if (parts.Count == 0)
        {
            return null;
        }

        var held = steps.Where(other => parts.Contains(other.Patch.Index)).SelectMany(other => other.Patch.Paths).ToHashSet(StringComparer.Ordinal);
        var further = step.Patch.Paths.Count(path => !held.Contains(path));
        return $"It contains {string.Join(", ", parts.Select(Label))} whole, and adds "
            + (further switch { 0 => "more in the same files.", 1 => "1 further path.", _ => $"{further} further paths." });
    }

    private string Label(int index) => Printable.Escape(patches[index].Label);
}

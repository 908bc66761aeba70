using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Puts together what is said of each patch in the end.</summary>
internal sealed class Verdicts(
    IReadOnlyList<WeavePatch> patches, Door door, IReadOnlyList<Step> steps, IReadOnlyDictionary<int, Explanation> explanations)
{
    private readonly Dictionary<int, Step> _steps = steps.ToDictionary(step => step.Patch.Index);

    /// <param name="commits">Receives the landed patches in the order of the fold.</param>
    public IReadOnlyList<PatchResult> Write(LandingCommits commits)
    {
        var results = new PatchResult[patches.Count];
        foreach (var step in steps)
        {
            results[step.Patch.Index] = Of(step, commits);
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
        Reason = refused.Reason,
    };

    private PatchResult Of(Step step, LandingCommits commits)
    {
        var index = step.Patch.Index;
        var taken = door.Taken[index]!;
        var result = new PatchResult
        {
            Patch = patches[index],
            Outcome = PatchOutcome.Landed,
            Change = taken.Change,
            Subject = taken.Subject,
            Remark = taken.Remark,
            Paths = [.. step.Patch.Paths.Order(StringComparer.Ordinal)],
        };
        if (step.Lands)
        {
            return result with { Commit = commits.Add(taken, patches[index], step.After) };
        }

        return explanations.TryGetValue(index, out var explanation)
            ? result with
            {
                Outcome = PatchOutcome.Conflicted,
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
        var others = steps.TakeWhile(other => other != step).Where(other => other.Lands && paths.Meets(other.Patch.Paths));
        return $"What has landed before it already holds all of it: {string.Join(", ", others.Select(other => patches[other.Patch.Index].Label))}.";
    }
}

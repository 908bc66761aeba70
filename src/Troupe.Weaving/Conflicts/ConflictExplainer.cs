namespace Troupe.Weaving;

/// <summary>Finds out, for every patch that collides, where, with whom and in which lines.</summary>
/// <param name="refine">Tells renames apart among the conflicts of these steps.</param>
/// <param name="counterpartOf">What a report says of a landed patch, by its place in the order of arrival.</param>
internal sealed class ConflictExplainer(
    Func<IReadOnlyList<Step>, CancellationToken, Task<RenameRefinement>> refine,
    SmallBlobs blobs,
    PairCheck pairs,
    HistorySearch history,
    Func<int, Counterpart> counterpartOf)
{
    /// <returns>By the patch's place in the order of arrival.</returns>
    public async Task<IReadOnlyDictionary<int, Explanation>> ExplainAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var refinement = await refine(steps, cancellationToken);
        var losers = LoserSearch.Find(steps, step => ConflictsOf(step, refinement));
        AskAboutPairs(losers);
        var answers = pairs.AnswerAsync(cancellationToken);
        var all = losers.SelectMany(loser => loser.Conflicts).ToList();
        var texts = ConflictText.LoadAsync(blobs, all, cancellationToken);
        await Task.WhenAll(answers, texts);
        var withHunks = new Queue<Conflict>(HunkSearch.AddHunks(all, await texts));
        Dictionary<int, Explanation> explanations = [];
        foreach (var loser in losers)
        {
            var conflicts = loser.Opponents.Select(opponents => WithCounterparts(withHunks.Dequeue(), opponents, loser.Patch)).ToList();
            var named = await history.AddAsync(loser.Patch.Index, conflicts, cancellationToken);
            explanations.Add(loser.Patch.Index, new Explanation(named, RivalsOf(loser, losers)));
        }

        return explanations;
    }

    private static IReadOnlyList<Conflict> ConflictsOf(Step step, RenameRefinement refinement) =>
        step.Strays.Count == 0
            ? refinement.Refine(step, ConflictClassifier.Classify(step.Outcome))
            : [.. step.Strays.Select(path => new Conflict
            {
                Kind = ConflictKind.CrossPatchRename,
                Path = path,
                OtherPaths = [.. step.Patch.Paths.Where(meant => meant != path && step.Changes.All(change => change.Path != meant))],
                Detail = $"git would carry the change into {path}, which looks like the file that the patch changes but is another patch's work.",
            })];

    private void AskAboutPairs(IReadOnlyList<Loser> losers)
    {
        foreach (var loser in losers)
        {
            // A single opponent is the counterpart, whatever the pair does alone.
            foreach (var opponent in loser.Opponents.Where(list => list.Count > 1).SelectMany(list => list).Distinct())
            {
                pairs.Ask(opponent, loser.Patch);
            }

            foreach (var other in losers.TakeWhile(other => other != loser).Where(other => Meet(other, loser)))
            {
                pairs.Ask(other.Patch, loser.Patch);
            }
        }
    }

    // Only together do the counterparts collide with it, if with each of them alone it merges.
    private Conflict WithCounterparts(Conflict conflict, IReadOnlyList<CarriedPatch> opponents, CarriedPatch loser)
    {
        var paths = conflict.OtherPaths.Prepend(conflict.Path).ToList();
        var alone = opponents.Where(opponent => pairs.Between(opponent, loser).Overlaps(paths)).ToList();
        return conflict with
        {
            IsJoint = alone.Count == 0 && opponents.Count > 1 && loser.MergesWithTip,
            Counterparts = [.. (alone.Count > 0 ? alone : opponents).Select(opponent => counterpartOf(opponent.Index))],
        };
    }

    private IReadOnlyList<int> RivalsOf(Loser loser, IReadOnlyList<Loser> losers) =>
        [.. losers.Where(other => other != loser && Meet(other, loser) && Collide(other, loser)).Select(other => other.Patch.Index)];

    private static bool Meet(Loser one, Loser other) => PathIndex.Meet(one.Patch, other.Patch);

    private bool Collide(Loser one, Loser other)
    {
        // Where one does not merge even with the tip, nobody can say what it will be: then sharing a path is enough.
        var (first, second) = one.Patch.Index < other.Patch.Index ? (one.Patch, other.Patch) : (other.Patch, one.Patch);
        return !first.MergesWithTip || !second.MergesWithTip || pairs.Between(first, second).Count > 0;
    }
}

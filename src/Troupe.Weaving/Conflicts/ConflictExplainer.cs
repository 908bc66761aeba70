namespace Troupe.Weaving;

/// <summary>Finds out, for every patch that collides, where, with whom and in which lines.</summary>
/// <param name="refine">Tells renames apart among the conflicts of these steps.</param>
/// <param name="counterpartOf">What a report says of a landed patch, by its place in the order of arrival.</param>
internal sealed class ConflictExplainer(
    Func<IReadOnlyList<Step>, CancellationToken, Task<RenameRefinement>> refine,
    SmallBlobs blobs,
    Carrier carrier,
    HistorySearch history,
    Func<int, Counterpart> counterpartOf)
{
    private readonly PairCheck _pairs = new(carrier);

    /// <returns>By the patch's place in the order of arrival.</returns>
    public async Task<IReadOnlyDictionary<int, Explanation>> ExplainAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var refinement = await refine(steps, cancellationToken);
        var losers = LoserSearch.Find(steps, step => ConflictsOf(step, refinement));
        var journals = await JournalsAsync(losers, cancellationToken);
        var choice = new CounterpartChoice(
            _pairs, new SmallestSets(carrier), index => counterpartOf(index) with { Journal = journals.Of(index) });
        var meetings = LoserMeetings.Of(losers);
        Ask(choice, losers, meetings);
        var answers = _pairs.AnswerAsync(cancellationToken);
        var all = losers.SelectMany(loser => loser.Conflicts).ToList();
        var texts = ConflictText.LoadAsync(blobs, all, cancellationToken);
        var commits = history.FindAsync([.. losers.SelectMany(Questions)], cancellationToken);
        await Task.WhenAll(answers, texts, commits);
        await choice.NarrowAsync(losers, cancellationToken);
        var withHunks = new Queue<Conflict>(HunkSearch.AddHunks(losers.Select(loser => loser.Conflicts), await texts));
        var fromHistory = new Queue<IReadOnlyList<Counterpart>>(await commits);
        var hot = SharedFiles.Among(steps, losers, NameOf);
        Dictionary<int, Explanation> explanations = [];
        foreach (var (loser, met) in losers.Zip(meetings))
        {
            var conflicts = loser.Opponents
                .Select(opponents => opponents.Count > 0
                    ? choice.Choose(withHunks.Dequeue(), opponents, loser)
                    : withHunks.Dequeue() with { Counterparts = fromHistory.Dequeue() })
                .Select(conflict => conflict with { Hot = hot.GetValueOrDefault(conflict.Path) }).ToList();
            explanations.Add(loser.Patch.Index, new Explanation(conflicts, RivalsOf(losers, explanations.Count, met)));
        }

        return explanations;
    }

    private static IEnumerable<HistoryQuestion> Questions(Loser loser) => loser.Conflicts.Zip(loser.Opponents)
        .Where(one => one.Second.Count == 0)
        .Select(one => new HistoryQuestion(loser.Patch.Index, [.. one.First.OtherPaths.Prepend(one.First.Path).Concat(FormerNames(one.First, loser.Patch))]));

    // git calls a file that the patch has renamed by its new name only, under which the tip never had it.
    private static IEnumerable<string> FormerNames(Conflict conflict, CarriedPatch patch) => patch.Changes
        .Where(change => change.New is null && change.Old?.ObjectName == conflict.Base?.Blob.Value).Select(change => change.Path);

    private static IReadOnlyList<Conflict> ConflictsOf(Step step, RenameRefinement refinement) =>
        step.Strays.Count == 0
            ? step.Twins.Count > 0 ? CaseConflicts.Of(step.Twins) : refinement.Refine(step, ConflictClassifier.Classify(step.Outcome))
            : [.. step.Strays.Select(path => new Conflict
            {
                Kind = ConflictKind.CrossPatchRename,
                Path = path,
                OtherPaths = [.. step.Patch.Paths.Where(meant => meant != path && step.Changes.All(change => change.Path != meant))],
                Detail = $"git would carry the change into {path}, which looks like the file that the patch changes but is another patch's work.",
            })];

    private Task<JournalLines> JournalsAsync(IReadOnlyList<Loser> losers, CancellationToken cancellationToken) => JournalLines.LoadAsync(
        blobs, losers.SelectMany(loser => loser.Opponents).SelectMany(list => list), index => counterpartOf(index).Persona, cancellationToken);

    private string NameOf(int patch) => counterpartOf(patch) is { Persona: { } persona } ? persona.Value : counterpartOf(patch).Label;

    private void Ask(CounterpartChoice choice, IReadOnlyList<Loser> losers, IReadOnlyList<IReadOnlyList<int>> meetings)
    {
        for (var place = 0; place < losers.Count; place++)
        {
            choice.Ask(losers[place]);
            foreach (var earlier in meetings[place].TakeWhile(other => other < place))
            {
                _pairs.Ask(losers[earlier].Patch, losers[place].Patch);
            }
        }
    }

    private IReadOnlyList<int> RivalsOf(IReadOnlyList<Loser> losers, int place, IReadOnlyList<int> met) =>
        [.. met.Where(other => Collide(losers[Math.Min(place, other)].Patch, losers[Math.Max(place, other)].Patch)).Select(other => losers[other].Patch.Index)];

    // Where one does not merge even with the tip, nobody can say what it will be: then sharing a path is enough.
    private bool Collide(CarriedPatch earlier, CarriedPatch later) =>
        !earlier.MergesWithTip || !later.MergesWithTip || _pairs.Collide(earlier, later);
}

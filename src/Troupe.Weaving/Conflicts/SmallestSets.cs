using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Finds, where only several landed patches together collide with another, two of them that are enough. All questions of a
/// weave take two batches: what each two make of the tip, and what the patch makes of that.
/// </summary>
internal sealed class SmallestSets(Carrier carrier)
{
    // Of so many opponents each two are tried: more would be a question for each pair of a whole sprint.
    private const int MaxOpponents = 8;
    private const int MaxQuestions = 500;

    private readonly Dictionary<(int Loser, string Path), IReadOnlyList<CarriedPatch>> _sets = [];

    /// <summary>Null: no two of them are enough, or nobody asked.</summary>
    public IReadOnlyList<CarriedPatch>? Of(Loser loser, Conflict conflict) => _sets.GetValueOrDefault((loser.Patch.Index, conflict.Path));

    /// <param name="joint">Conflicts that no opponent causes alone.</param>
    public async Task FindAsync(
        IEnumerable<(Loser Loser, Conflict Conflict, IReadOnlyList<CarriedPatch> Opponents)> joint, CancellationToken cancellationToken)
    {
        var questions = joint.Where(one => one.Opponents.Count > 2).SelectMany(one => Pairs(one.Opponents).Select(pair => (one.Loser, one.Conflict, Pair: pair)))
            .Take(MaxQuestions).ToList();
        if (questions.Count == 0)
        {
            return;
        }

        var together = await carrier.CarryAsync(
            [.. questions.Select(one => new Carry(one.Pair[1].Base, one.Pair[0].OnTip!.Value, one.Pair[1].Theirs))], cancellationToken);
        var open = questions.Zip(together).Where(answer => answer.Second.IsClean).ToList();
        var answers = await carrier.CarryAsync(
            [.. open.Select(one => new Carry(one.First.Loser.Patch.Base, one.Second.Tree, one.First.Loser.Patch.Theirs))], cancellationToken);
        for (var i = 0; i < open.Count; i++)
        {
            var (loser, conflict, pair) = open[i].First;
            if (ConflictClassifier.Classify(answers[i]).SelectMany(found => found.OtherPaths.Prepend(found.Path)).Contains(conflict.Path, StringComparer.Ordinal))
            {
                _sets.TryAdd((loser.Patch.Index, conflict.Path), pair);
            }
        }
    }

    private static IEnumerable<CarriedPatch[]> Pairs(IReadOnlyList<CarriedPatch> opponents)
    {
        var able = opponents.Where(opponent => opponent.MergesWithTip).Take(MaxOpponents).ToList();
        return able.SelectMany((first, i) => able.Skip(i + 1).Select(second => new[] { first, second }));
    }
}

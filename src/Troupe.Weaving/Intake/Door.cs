using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Which patches go on into the fold, and what those are told that do not. Pure.</summary>
internal sealed class Door
{
    private readonly IntakeResult[] _results;

    public Door(IReadOnlyList<IntakeResult> results)
    {
        _results = [.. results.Select(result => result is IntakeResult.Taken { Patch: var patch } && patch.ForkTree == patch.Change.Result
            ? new IntakeResult.Refused(PatchOutcome.Redundant, "It changes nothing.")
            : result)];
        Taken = [.. results.Select(result => (result as IntakeResult.Taken)?.Patch)];
    }

    /// <summary>What could be read of each patch, whatever became of it afterwards; null: nothing.</summary>
    public IReadOnlyList<TakenPatch?> Taken { get; }

    public IntakeResult this[int index] => _results[index];

    /// <summary>The patches that may go on, with their places in the order of arrival.</summary>
    public IReadOnlyList<(int Index, TakenPatch Patch)> Open() =>
        [.. Enumerable.Range(0, _results.Length).Where(i => _results[i] is IntakeResult.Taken).Select(i => (i, ((IntakeResult.Taken)_results[i]).Patch))];

    /// <summary>Those of the carried patches that really change something, and nothing that they may not.</summary>
    /// <param name="policy">Null: there is none.</param>
    public IReadOnlyList<CarriedPatch> Check(IReadOnlyList<CarriedPatch> carried, PatchPolicy? policy)
    {
        List<CarriedPatch> good = [];
        foreach (var patch in carried)
        {
            if (patch.Changes.Count == 0)
            {
                _results[patch.Index] = new IntakeResult.Refused(PatchOutcome.Redundant, "The tip already has all of it.");
            }
            else if (patch.IsInTip && (PathRules.FirstObjection(patch.Paths) is not null || policy?.On(patch) is not null))
            {
                // What nobody may change, or only with a human's consent, is changed by nothing that the tip already has.
                _results[patch.Index] = new IntakeResult.Refused(PatchOutcome.Redundant, "The tip already has all of it.");
            }
            else if (PathRules.FirstObjection(patch.Paths) is { } objection)
            {
                _results[patch.Index] = Refused(patch, PatchOutcome.Malformed, objection);
            }
            else if (policy?.On(patch) is { } refusal)
            {
                _results[patch.Index] = Refused(patch, refusal.Outcome, refusal.Reason);
            }
            else
            {
                good.Add(patch);
            }
        }

        return good;
    }

    public Counterpart CounterpartOf(int index, WeavePatch patch) => new(patch.Label, patch.Persona, Taken[index]!.Subject)
    {
        Intent = StatedIntent.Of(Taken[index]!.Message),
        PullRequest = StatedIntent.PullRequest(Taken[index]!.Message, patch.Label),
    };

    private static IntakeResult.Refused Refused(CarriedPatch patch, PatchOutcome outcome, string reason) =>
        new(outcome, reason) { Paths = [.. patch.Paths.Order(StringComparer.Ordinal)] };
}

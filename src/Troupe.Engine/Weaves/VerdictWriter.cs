using Troupe.Core;
using Troupe.Sprints;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>From the Weaver's results to what the sprint log keeps of them; reports are stored before any event names them.</summary>
internal sealed class VerdictWriter(Workplace workplace)
{
    private readonly DossierWriter _dossiers = new(workplace.Blobs);

    public async Task<IReadOnlyList<PatchVerdict>> WriteAsync(
        WeavePatches command, Weave weave, CancellationToken cancellationToken)
    {
        var patches = command.Patches.ToDictionary(patch => patch.Session.ToString(), StringComparer.Ordinal);
        List<PatchVerdict> verdicts = [];
        foreach (var result in weave.Results)
        {
            var patch = patches[result.Patch.Label];
            verdicts.Add(new PatchVerdict
            {
                Session = patch.Session,
                Outcome = result.Outcome,
                Commit = result.Commit,
                Kinds = [.. result.Conflicts.Select(conflict => conflict.Kind.Name()).Distinct(StringComparer.Ordinal)],
                Paths = EventBounds.Fit(result.Conflicts.Count > 0
                    ? result.Conflicts.Select(conflict => conflict.Path).Distinct(StringComparer.Ordinal)
                    : result.Paths),
                Counterparts = Counterparts(result, patches),
                Rivals = [.. result.Rivals.Where(patches.ContainsKey).Select(label => patches[label].Session.Persona).Distinct()],
                Digest = result.Outcome == PatchOutcome.Conflicted ? ConflictDigest.Of(result) : null,
                Reason = result.Reason is { } reason ? EventBounds.Fit(reason) : null,
                Onto = weave.Tree,
                Report = result.Outcome == PatchOutcome.Conflicted
                    ? await _dossiers.WriteAsync(patch, result, weave, cancellationToken)
                    : null,
            });
        }

        return verdicts;
    }

    private static IReadOnlyList<CounterpartPatch> Counterparts(
        PatchResult result, IReadOnlyDictionary<string, PatchInWeave> patches) =>
    [
        .. result.Conflicts
            .SelectMany(conflict => conflict.Counterparts)
            .Select(counterpart => new CounterpartPatch(
                counterpart.Persona,
                patches.TryGetValue(counterpart.Label, out var landed) ? landed.Patch : counterpart.Landed))
            .Distinct()
    ];
}

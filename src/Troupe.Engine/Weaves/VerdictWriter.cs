using Troupe.Core;
using Troupe.Sprints;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>From the Weaver's results to what the sprint log keeps of them; reports are stored before any event names them.</summary>
internal sealed class VerdictWriter(Workplace workplace)
{
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
                Paths = result.Conflicts.Count > 0
                    ? [.. result.Conflicts.Select(conflict => conflict.Path).Distinct(StringComparer.Ordinal)]
                    : result.Paths,
                Counterparts = Counterparts(result, patches),
                Rivals = [.. result.Rivals.Where(patches.ContainsKey).Select(label => patches[label].Session.Persona).Distinct()],
                Digest = result.Outcome == PatchOutcome.Conflicted ? ConflictDigest.Of(result) : null,
                Reason = result.Reason,
                Onto = weave.Tree,
                Report = result.Outcome == PatchOutcome.Conflicted
                    ? await DossierOf(patch, result).StoreAsync(workplace.Blobs, cancellationToken)
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
                patches.TryGetValue(counterpart.Label, out var landed) ? landed.Patch : counterpart.Patch))
            .Distinct()
    ];

    private static Dossier DossierOf(PatchInWeave patch, PatchResult result) => new()
    {
        Session = patch.Session.ToString(),
        Patch = patch.Patch.Value,
        Text = ConflictReport.Write(result),
        Files =
        [
            .. result.Conflicts.Select(conflict => new DossierFile(
                conflict.Kind.Name(), conflict.Path, Side(conflict.Base), Side(conflict.Ours), Side(conflict.Theirs)))
        ],
    };

    private static DossierSide? Side(ConflictSide? side) =>
        side is null ? null : new DossierSide(side.Path, side.Mode, side.Blob.Value);
}

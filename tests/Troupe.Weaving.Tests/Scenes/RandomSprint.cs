using CsCheck;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>Made-up sprints: a ground, what the tip has beyond the oldest fork, and two to nine patches of one to four edits each.</summary>
internal sealed record RandomSprint(int Ground, IReadOnlyList<Func<Snapshot, Snapshot>> TipEdits, IReadOnlyList<MadePatch> Patches)
{
    private static readonly Gen<Origin> AnyOrigin = Gen.Frequency(
        (12, Gen.Const(Origin.Tip)), (5, Gen.Const(Origin.BehindTip)), (1, Gen.Const(Origin.Containing)),
        (1, Gen.Const(Origin.OnTopOf)), (1, Gen.Const(Origin.Reverting)), (1, Gen.Const(Origin.Same)));

    private static readonly Gen<MadePatch> Patch =
        Gen.Select(AnyOrigin, Gen.Int[0, 8], RandomEdit.Any.Array[1, 4]).Select((origin, of, edits) => new MadePatch(origin, of, edits));

    public static Gen<RandomSprint> Any { get; } = Gen.Select(Gen.Int[0, Scenes.Ground.All.Count - 1], RandomEdit.Any.Array[0, 3], Patch.Array[2, 9])
        .Select((ground, tip, patches) => new RandomSprint(ground, tip, patches));

    /// <summary>Writes it into the repository of its ground.</summary>
    public SprintScene In(WeaveScene scene)
    {
        // The attributes that count are those of the tip: they stay what the ground says.
        var edited = TipEdits.Aggregate(scene.Start, (snapshot, edit) => edit(snapshot));
        var tip = scene.Start.Files.TryGetValue(".gitattributes", out var attributes) ? edited.With(".gitattributes", attributes) : edited;
        var tipCommit = tip == scene.Start ? scene.Base : scene.Commit(tip, scene.Base, "Tip");
        List<MadeChange> made = [];
        for (var i = 0; i < Patches.Count; i++)
        {
            var patch = Patches[i];
            var other = made.Count > 0 ? made[patch.Of % made.Count] : new MadeChange(tipCommit, tip, tip);
            made.Add(patch.Origin switch
            {
                Origin.Tip => new MadeChange(tipCommit, tip, patch.Apply(tip)),
                Origin.BehindTip => new MadeChange(scene.Base, scene.Start, patch.Apply(scene.Start)),
                Origin.Containing => new MadeChange(other.Fork, other.From, patch.Apply(other.To)),
                Origin.OnTopOf => new MadeChange(scene.Commit(other.To, other.Fork, "Other"), other.To, patch.Apply(other.To)),
                Origin.Reverting => new MadeChange(scene.Commit(other.To, other.Fork, "Other"), other.To, other.From),
                _ => other,
            });
        }

        return new SprintScene(scene, Scenes.Ground.All[Ground], tipCommit, tip, made);
    }
}

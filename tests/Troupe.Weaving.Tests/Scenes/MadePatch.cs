namespace Troupe.Weaving.Tests.Scenes;

/// <summary>A patch of a made-up sprint, before it is known which tree it is made on.</summary>
/// <param name="Of">Which of the patches before it an <see cref="Origin"/> refers to; there may be fewer.</param>
internal sealed record MadePatch(Origin Origin, int Of, IReadOnlyList<Func<Snapshot, Snapshot>> Edits)
{
    public Snapshot Apply(Snapshot files) => Edits.Aggregate(files, (snapshot, edit) => edit(snapshot));
}

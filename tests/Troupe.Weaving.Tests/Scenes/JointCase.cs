namespace Troupe.Weaving.Tests.Scenes;

/// <summary>
/// Three patches of which any two merge and all three do not: the first copies a file and the second removes the original,
/// which together look like a rename; the third removes the original too.
/// </summary>
internal static class JointCase
{
    public static Snapshot Start { get; } = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(9)));

    public static WeavePatch[] Patches(WeaveScene scene) =>
    [
        scene.Patch("first", s => s.With("copy", s.Files["a"].Text + "more\n")),
        scene.Patch("second", s => s.Without("a")),
        scene.Patch("third", s => s.Without("a").Edited("b", "line 5\n", "five\n")),
    ];
}

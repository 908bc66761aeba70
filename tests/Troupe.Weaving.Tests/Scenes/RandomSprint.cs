using CsCheck;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>Made-up sprints: a small tree full of things that merge badly, and patches that edit, add, delete, rename and change modes in it.</summary>
internal static class RandomSprint
{
    private const string Function = "int f()\n{\n    int x = 0;\n    return x;\n}\n\n";

    private static readonly string[] Names = ["a", "b", "c", "src/one.cs", "src/two.cs", "src/deep/three.cs", "docs/x.md", "docs/y.md", "new1", "src/new2.cs", "docs", "a/inner"];

    private static readonly (string From, string To)[] Moves = [("src/", "lib/"), ("docs/", "src/docs/"), ("src/deep/", "deep/")];

    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    public static Snapshot Start { get; } = Snapshot.Of(
            ("a", Snapshot.Lines(12)),
            ("b", Snapshot.Lines(12, "other")),
            ("c", string.Concat(Enumerable.Repeat("same\n", 10))),
            ("src/one.cs", string.Concat(Enumerable.Repeat(Function, 5))),
            ("src/two.cs", string.Concat(Enumerable.Repeat(Function, 4)) + "// two\n"),
            ("src/deep/three.cs", Snapshot.Lines(8, "three")),
            ("docs/x.md", Snapshot.Lines(10, "crlf").Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("docs/y.md", Snapshot.Lines(3, "no end").TrimEnd('\n')))
        .With("bin", new FileState(EntryMode.Regular, new byte[] { 0, 1, 2, 3 }))
        .With("link", FileState.Link("a"));

    private static readonly Gen<Func<Snapshot, Snapshot>> Edit =
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 3]).Select((file, line, kind) => Do(s => EditLine(s, file, line, kind)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Add =
        Gen.Select(Name, Gen.Int[0, 3]).Select((name, variant) => Do(s => Put(s, name, FileState.Of(Snapshot.Lines(6, $"added {variant}")))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Copy =
        Gen.Select(Gen.Int[0, 100], Name).Select((file, name) => Do(s => s.Files.Count == 0 ? s : Put(s, name, Pick(s, file).Value)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Delete =
        Gen.Int[0, 100].Select(file => Do(s => s.Files.Count == 0 ? s : s.Without(Pick(s, file).Key)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Rename =
        Gen.Select(Gen.Int[0, 100], Name).Select((file, name) => Do(s => s.Files.Count == 0 ? s : Move(s, Pick(s, file).Key, name)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Folder =
        Gen.Int[0, Moves.Length - 1].Select(i => Do(s => MoveFolder(s, Moves[i].From, Moves[i].To)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Mode =
        Gen.Select(Gen.Int[0, 100], Gen.Bool).Select((file, executable) => Do(s => ChangeMode(s, file, executable)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Binary =
        Gen.Byte.Select(last => Do(s => Put(s, "bin", new FileState(EntryMode.Regular, new byte[] { 0, 1, 2, last }))));

    /// <summary>Results of two to nine patches of one to four actions each.</summary>
    public static Gen<Snapshot[]> Patches { get; } = Gen.Frequency((6, Edit), (1, Add), (1, Copy), (1, Delete), (2, Rename), (1, Folder), (1, Mode), (1, Binary))
        .Array[1, 4].Select(actions => actions.Aggregate(Start, (snapshot, action) => action(snapshot)))
        .Array[2, 9];

    private static Func<Snapshot, Snapshot> Do(Func<Snapshot, Snapshot> action) => action;

    private static KeyValuePair<string, FileState> Pick(Snapshot s, int number) => s.Files.ElementAt(number % s.Files.Count);

    private static Snapshot EditLine(Snapshot s, int file, int line, int kind)
    {
        if (s.Files.Count == 0 || Pick(s, file) is not { Value.Mode.IsFile: true } picked || picked.Key == "bin")
        {
            return s;
        }

        var lines = picked.Value.Text.Split('\n').ToList();
        var at = line % lines.Count;
        switch (kind)
        {
            case 0:
                lines[at] += " changed";
                break;
            case 1:
                lines.Insert(at, $"inserted {line % 3}");
                break;
            case 2:
                lines.RemoveAt(at);
                break;
            default:
                lines[at] = "the same for all";
                break;
        }

        return s.With(picked.Key, picked.Value with { Bytes = FileState.Of(string.Join('\n', lines)).Bytes });
    }

    // A path and a path below it cannot both be files: what is in the way goes.
    private static Snapshot Put(Snapshot s, string name, FileState file)
    {
        var inTheWay = s.Files.Keys.Where(path =>
            path.StartsWith(name + "/", StringComparison.Ordinal) || name.StartsWith(path + "/", StringComparison.Ordinal));
        return inTheWay.Aggregate(s, (snapshot, path) => snapshot.Without(path)).With(name, file);
    }

    private static Snapshot Move(Snapshot s, string from, string to) => Put(s.Without(from), to, s.Files[from]);

    private static Snapshot MoveFolder(Snapshot s, string from, string to) => s.Files.Keys
        .Where(path => path.StartsWith(from, StringComparison.Ordinal))
        .Aggregate(s, (snapshot, path) => Move(snapshot, path, to + path[from.Length..]));

    private static Snapshot ChangeMode(Snapshot s, int file, bool executable) =>
        s.Files.Count == 0 || Pick(s, file) is not { Value.Mode.IsFile: true } picked
            ? s
            : s.WithMode(picked.Key, executable ? EntryMode.Executable : EntryMode.Regular);
}

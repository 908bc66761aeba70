using CsCheck;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>Single changes that chance picks: what it does to a tree depends on that tree, and it fits any.</summary>
internal static class RandomEdit
{
    private static readonly string[] Names =
    [
        "a", "b", "c", "src/one.cs", "src/two.cs", "src/deep/three.cs", "docs/x.md", "docs/y.md", "new1", "src/new2.cs", "docs", "a/inner",
        "A", "Docs/x.md", "src/olá.cs", "-dash", " blank ", "tab\tname", "quo\"te", "src/deep", "line\nbreak", "empty", "link", "sub",
    ];

    private static readonly (string From, string To)[] Moves =
        [("src/", "lib/"), ("docs/", "src/docs/"), ("src/deep/", "deep/"), ("docs/", "Docs/"), ("src/deep/", "src/"), ("src/", "src/src/")];

    private static readonly Gen<string> Name = OneOf(Names);

    private static readonly Gen<int> Number = Gen.Int[0, 100];

    private static readonly Gen<Func<Snapshot, Snapshot>> Line =
        Gen.Select(Number, Number, Gen.Int[0, 6]).Select((file, line, kind) => Do(s => OnText(s, file, text => EditLine(text, line, kind))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Whole =
        Gen.Select(Number, Gen.Int[0, 4]).Select((file, kind) => Do(s => OnText(s, file, text => EditWhole(text, kind))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Log =
        Gen.Int[0, 5].Select(entry => Do(s => s.Files.TryGetValue("log.md", out var log) && log.Mode.IsFile ? s.With("log.md", log.Text + $"- {entry}\n") : s));

    private static readonly Gen<Func<Snapshot, Snapshot>> Add =
        Gen.Select(Name, Gen.Int[0, 3]).Select((name, variant) => Do(s => Put(s, name, FileState.Of(Snapshot.Lines(6, $"added {variant}")))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Copy =
        Gen.Select(Number, Name).Select((file, name) => Do(s => OnFile(s, file, picked => Put(s, name, picked.Value))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Delete = Number.Select(file => Do(s => OnFile(s, file, picked => s.Without(picked.Key))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Rename =
        Gen.Select(Number, Name).Select((file, name) => Do(s => OnFile(s, file, picked => Move(s, picked.Key, name))));

    // Everybody moves up by one name: a to b, b to c.
    private static readonly Gen<Func<Snapshot, Snapshot>> Chain =
        Gen.Select(Number, Number).Select((first, second) => Do(s => OnFile(s, first, one => OnFile(s, second, two =>
            one.Key == two.Key ? s : Put(Move(s, one.Key, two.Key), "moved on", two.Value)))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Swap =
        Gen.Select(Number, Number).Select((first, second) => Do(s => OnFile(s, first, one => OnFile(s, second, two => s.With(one.Key, two.Value).With(two.Key, one.Value)))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Folder = OneOf(Moves).Select(move => Do(s => MoveFolder(s, move.From, move.To)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Mode = Gen.Select(Number, Gen.Bool).Select((file, executable) => Do(s => OnFile(
        s, file, picked => picked.Value.Mode.IsFile ? s.WithMode(picked.Key, executable ? EntryMode.Executable : EntryMode.Regular) : s)));

    private static readonly Gen<Func<Snapshot, Snapshot>> Binary =
        Gen.Byte.Select(last => Do(s => Put(s, "bin", new FileState(EntryMode.Regular, new byte[] { 0, 1, 2, last }))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Link =
        Gen.Select(OneOf("link", "b", "src"), Gen.Int[0, 2]).Select((name, target) => Do(s => Put(s, name, FileState.Link($"target {target}"))));

    private static readonly Gen<Func<Snapshot, Snapshot>> Submodule = Gen.Int[1, 4].Select(commit => Do(s => Put(
        s, "sub", new FileState(EntryMode.Gitlink, FileState.Of(new string((char)('0' + commit), 40)).Bytes))));

    public static Gen<Func<Snapshot, Snapshot>> Any { get; } = Gen.Frequency(
        (10, Line), (2, Whole), (2, Log), (2, Add), (1, Copy), (2, Delete), (3, Rename), (1, Chain), (1, Swap), (1, Folder), (1, Mode), (1, Binary), (1, Link), (1, Submodule));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Func<Snapshot, Snapshot> Do(Func<Snapshot, Snapshot> action) => action;

    private static Snapshot OnFile(Snapshot s, int number, Func<KeyValuePair<string, FileState>, Snapshot> change) =>
        s.Files.Count == 0 ? s : change(s.Files.ElementAt(number % s.Files.Count));

    private static Snapshot OnText(Snapshot s, int number, Func<string, string> change) => OnFile(s, number, picked =>
        picked.Value.Mode.IsFile && !picked.Value.Bytes.Span.Contains((byte)0)
            ? s.With(picked.Key, picked.Value with { Bytes = FileState.Of(change(picked.Value.Text)).Bytes })
            : s);

    private static string EditLine(string text, int line, int kind)
    {
        var lines = text.Split('\n').ToList();
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
            case 3:
                lines[0] = $"first {line % 3}";
                break;
            case 4:
                lines.Insert(0, "a first line");
                break;
            case 5:
                lines.InsertRange(at, lines.Skip(at).Take(6).ToList());
                break;
            default:
                lines[at] = "the same for all";
                break;
        }

        return string.Join('\n', lines);
    }

    private static string EditWhole(string text, int kind) => kind switch
    {
        0 => text.ReplaceLineEndings("\n"),
        1 => text.ReplaceLineEndings("\r\n"),
        2 => text.TrimEnd('\r', '\n'),
        3 => "",
        _ => text + "and more\n",
    };

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
}

using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>A tree that made-up sprints start from: full of things that merge badly.</summary>
internal sealed record Ground(string Name, Snapshot Files, string Attributes, IReadOnlyList<string> UnionPaths)
{
    private const string Function = "int f()\n{\n    int x = 0;\n    return x;\n}\n\n";

    private static readonly Snapshot Plain = Snapshot.Of(
            ("a", Snapshot.Lines(12)),
            ("b", Snapshot.Lines(12, "other")),
            ("c", string.Concat(Enumerable.Repeat("same\n", 10))),
            ("empty", ""),
            ("log.md", "# Log\n\n- zero\n"),
            ("src/one.cs", string.Concat(Enumerable.Repeat(Function, 5))),
            ("src/two.cs", string.Concat(Enumerable.Repeat(Function, 4)) + "// two\n"),
            ("src/deep/three.cs", Snapshot.Lines(8, "three")),
            ("docs/x.md", Snapshot.Lines(10, "crlf").Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("docs/y.md", Snapshot.Lines(3, "no end").TrimEnd('\n')),
            ("docs/olá \"q\".md", Snapshot.Lines(6, "olá")))
        .With("bin", new FileState(EntryMode.Regular, new byte[] { 0, 1, 2, 3 }))
        .With("run.sh", new FileState(EntryMode.Executable, FileState.Of(Snapshot.Lines(7, "echo")).Bytes))
        .With("link", FileState.Link("a"))
        .With("sub", new FileState(EntryMode.Gitlink, FileState.Of(new string('1', 40)).Bytes));

    public static IReadOnlyList<Ground> All { get; } =
    [
        With("plain", "", []),
        With("text=auto", "* text=auto\n", []),
        With("union by attribute", "*.md merge=union\n* text=auto eol=lf\n", []),
        With("union by setting", "", ["log.md", "docs/**"]),
        With("attributes", "[attr]both merge=union\nlog.md both\n*.cs -merge\nb -text\n", []),
    ];

    private static Ground With(string name, string attributes, IReadOnlyList<string> unionPaths) =>
        new(name, attributes.Length == 0 ? Plain : Plain.With(".gitattributes", attributes), attributes, unionPaths);
}

using System.Collections.Immutable;
using System.Globalization;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>All files of a made-up tree; every edit gives another one.</summary>
internal sealed record Snapshot(ImmutableSortedDictionary<string, FileState> Files)
{
    public static Snapshot Empty { get; } = new(ImmutableSortedDictionary.Create<string, FileState>(StringComparer.Ordinal));

    public static Snapshot Of(params (string Path, string Text)[] files) =>
        files.Aggregate(Empty, (snapshot, file) => snapshot.With(file.Path, file.Text));

    /// <summary>Lines <c>line 1</c> … <c>line N</c>.</summary>
    public static string Lines(int count, string prefix = "line") =>
        string.Concat(Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix} {i}\n")));

    public Snapshot With(string path, string text) => With(path, FileState.Of(text));

    public Snapshot With(string path, FileState file) => new(Files.SetItem(path, file));

    public Snapshot Without(string path) => new(Files.Remove(path));

    public Snapshot Renamed(string from, string to) => new(Files.Remove(from).SetItem(to, Files[from]));

    public Snapshot Edited(string path, string old, string @new) =>
        Files[path].Text.Contains(old, StringComparison.Ordinal)
            ? With(path, Files[path] with { Bytes = FileState.Of(Files[path].Text.Replace(old, @new, StringComparison.Ordinal)).Bytes })
            : throw new ArgumentException($"{path} does not hold '{old}'.", nameof(old));

    public Snapshot WithMode(string path, EntryMode mode) => With(path, Files[path] with { Mode = mode });

    public TreeId Write(ObjectWriter writer) => Write(writer, [.. Files.Select(file => (file.Key.Split('/'), file.Value))], 0);

    private static TreeId Write(ObjectWriter writer, IReadOnlyList<(string[] Path, FileState File)> files, int depth)
    {
        List<TreeEntry> entries = [];
        foreach (var group in files.GroupBy(file => file.Path[depth], StringComparer.Ordinal))
        {
            var first = group.First();
            entries.Add(first.Path.Length == depth + 1
                ? new TreeEntry(first.File.Mode, group.Key, NameOf(writer, first.File))
                : TreeEntry.Tree(group.Key, Write(writer, [.. group], depth + 1)));
        }

        return writer.WriteTree(entries);
    }

    // A submodule's commit is nowhere in the repository: its name is the content.
    private static string NameOf(ObjectWriter writer, FileState file) =>
        file.Mode.IsGitlink ? file.Text : writer.WriteBlob(file.Bytes.Span).Value;
}

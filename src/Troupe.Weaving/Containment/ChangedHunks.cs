using System.Text;

namespace Troupe.Weaving;

/// <summary>The hunks of single file changes, each found once, so that it can be told whether one change holds another. Pure.</summary>
internal sealed class ChangedHunks(SmallBlobs blobs)
{
    private readonly Dictionary<(string Old, string New), HashSet<(int From, int To, string Text)>?> _known = [];

    /// <summary>Whether whoever makes the whole makes the part as well. Changes of one file, both from the same content.</summary>
    public bool Holds(PathChange whole, PathChange part) =>
        whole.New == part.New
        || whole.Old == part.Old
            && whole is { Old.Mode.IsFile: true, New.Mode.IsFile: true } && part is { New.Mode.IsFile: true }
            && (part.New.Value.Mode == part.Old!.Value.Mode || part.New.Value.Mode == whole.New.Value.Mode)
            && Of(part) is { } few && Of(whole) is { } many && few.IsSubsetOf(many);

    // Null: it has no lines, or there is no room for them.
    private HashSet<(int From, int To, string Text)>? Of(PathChange change)
    {
        var (old, made) = (change.Old!.Value.ObjectName, change.New!.Value.ObjectName);
        if (!_known.TryGetValue((old, made), out var hunks))
        {
            hunks = Text(old) is { } before && Text(made) is { } after ? Compare(TextLines.Split(before), TextLines.Split(after)) : null;
            _known.Add((old, made), hunks);
        }

        return hunks;
    }

    private static HashSet<(int From, int To, string Text)> Compare(string[] before, string[] after)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] Numbered(string[] lines) => [.. lines.Select(line => numbers.TryGetValue(line, out var known) ? known : numbers[line] = numbers.Count)];

        return [.. LineDiff.Of(Numbered(before), Numbered(after)).Select(change => (change.From, change.To, string.Concat(after[change.NewFrom..change.NewTo])))];
    }

    private string? Text(string blob) =>
        blobs.Find(blob) is { } bytes && !bytes.Span.Contains((byte)0) ? Encoding.Latin1.GetString(bytes.Span) : null;
}

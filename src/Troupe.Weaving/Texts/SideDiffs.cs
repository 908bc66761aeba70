using System.Text;

namespace Troupe.Weaving;

/// <summary>
/// What the two sides of a file change in it, each side compared once however many others it meets. Foresees whether git's merge of
/// texts would be clean; never decides.
/// </summary>
internal sealed class SideDiffs(SmallBlobs blobs)
{
    private readonly LineNumbers _numbers = new();
    private readonly Dictionary<string, int[]?> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Old, string New), IReadOnlyList<LineChange>?> _diffs = [];

    /// <summary>Null: one of them is no text, or was not loaded.</summary>
    public bool? Merges(string @base, string ours, string theirs)
    {
        if (Lines(ours) is not { } left || Lines(theirs) is not { } right || Diff(@base, ours) is not { } mine || Diff(@base, theirs) is not { } other)
        {
            return null;
        }

        return !new MergeRegions(left, right).Of(mine, other).Exists(region => region.Collides);
    }

    private IReadOnlyList<LineChange>? Diff(string old, string now)
    {
        if (!_diffs.TryGetValue((old, now), out var diff))
        {
            diff = Lines(old) is { } before && Lines(now) is { } after ? LineDiff.Of(before, after) : null;
            _diffs.Add((old, now), diff);
        }

        return diff;
    }

    private int[]? Lines(string blob)
    {
        if (!_lines.TryGetValue(blob, out var lines))
        {
            lines = blobs.Find(blob) is { } bytes && !bytes.Span.Contains((byte)0)
                ? _numbers.Of(TextLines.Split(Encoding.Latin1.GetString(bytes.Span)))
                : null;
            _lines.Add(blob, lines);
        }

        return lines;
    }
}

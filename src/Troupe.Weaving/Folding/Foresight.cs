using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Foresees the trees of the fold without asking git at all: where a patch meets what has landed, the texts are merged here.
/// It knows nothing of renames across patches and of merge drivers but union. A wrong guess costs time, never correctness: the proof
/// decides.
/// </summary>
internal sealed class Foresight(SmallBlobs blobs, UnionFiles unions, ObjectWriter writer, TreeComposer composer)
{
    // Patches that make the same change meet the same file again and again.
    private readonly Dictionary<(string Base, string Ours, string Theirs, bool Union), string?> _merged = [];

    /// <param name="tip">The tree that the first of the patches finds.</param>
    /// <param name="landed">What the paths hold that the patches before them have changed.</param>
    public async Task<IReadOnlyList<Prediction>> PredictAsync(
        TreeId tip, IReadOnlyDictionary<string, TreeLeaf?> landed, IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        var contested = Contested(landed, patches);
        await unions.LoadAsync(contested.Select(path => path.Key), cancellationToken);
        await blobs.LoadAsync(ContentsOf(contested, landed), cancellationToken);
        var now = landed.ToDictionary(StringComparer.Ordinal);
        List<Prediction> predictions = [];
        foreach (var patch in patches)
        {
            List<string> collisions = [];
            var merged = Merge(patch, now, collisions);
            IReadOnlyList<PathChange> changes = collisions.Count == 0 ? merged : [];
            foreach (var change in changes)
            {
                now[change.Path] = change.New;
            }

            var after = await composer.ApplyAsync(tip, changes, cancellationToken);
            predictions.Add(new Prediction(patch, tip, after) { Collisions = collisions });
            tip = after;
        }

        return predictions;
    }

    // The files that may have to be merged: those that change more than once.
    private static List<IGrouping<string, PathChange>> Contested(IReadOnlyDictionary<string, TreeLeaf?> landed, IReadOnlyList<CarriedPatch> patches) =>
        [.. patches.Where(patch => patch.MergesWithTip).SelectMany(patch => patch.Changes)
            .GroupBy(change => change.Path, StringComparer.Ordinal)
            .Where(path => landed.ContainsKey(path.Key) || path.Skip(1).Any())];

    private static IEnumerable<string> ContentsOf(IEnumerable<IGrouping<string, PathChange>> contested, IReadOnlyDictionary<string, TreeLeaf?> landed) =>
        contested.SelectMany(path => path.SelectMany(change => new[] { change.Old, change.New }).Append(landed.GetValueOrDefault(path.Key)))
            .Where(leaf => leaf is { Mode.IsFile: true })
            .Select(leaf => leaf!.Value.ObjectName);

    private List<PathChange> Merge(CarriedPatch patch, Dictionary<string, TreeLeaf?> now, List<string> collisions)
    {
        List<PathChange> merged = [];
        foreach (var change in patch.MergesWithTip ? patch.Changes : [])
        {
            if (!now.TryGetValue(change.Path, out var current))
            {
                // What the tip has already is no change unless others have changed it since.
                merged.AddRange(patch.IsInTip ? [] : [change]);
            }
            else if (current == change.Old)
            {
                merged.Add(change);
            }
            else if (current != change.New)
            {
                if (Merge(change, current) is { } leaf)
                {
                    merged.Add(change with { Old = current, New = leaf });
                }
                else
                {
                    collisions.Add(change.Path);
                }
            }
        }

        return merged;
    }

    // Null: the sides collide, or this is nothing that has lines.
    private TreeLeaf? Merge(PathChange change, TreeLeaf? current)
    {
        if (change.Old is not { Mode.IsFile: true } old || current is not { Mode.IsFile: true } ours || change.New is not { Mode.IsFile: true } theirs)
        {
            return null;
        }

        var mode = ours.Mode == old.Mode ? theirs.Mode : ours.Mode;
        if (ours.ObjectName == old.ObjectName || ours.ObjectName == theirs.ObjectName)
        {
            return theirs with { Mode = mode };
        }

        if (theirs.ObjectName == old.ObjectName)
        {
            return ours with { Mode = mode };
        }

        return MergeTexts(old.ObjectName, ours.ObjectName, theirs.ObjectName, unions.Contains(change.Path)) is { } blob ? new TreeLeaf(mode, blob) : null;
    }

    private string? MergeTexts(string old, string ours, string theirs, bool union)
    {
        if (!_merged.TryGetValue((old, ours, theirs, union), out var blob))
        {
            if (Text(old) is { } oldText && Text(ours) is { } ourText && Text(theirs) is { } theirText)
            {
                var merge = new TextMerge(oldText, ourText, theirText);
                blob = (union ? merge.Union() : merge.Merged()) is { } text ? Write(text) : null;
            }

            _merged.Add((old, ours, theirs, union), blob);
        }

        return blob;
    }

    private string Write(string text)
    {
        var content = Encoding.Latin1.GetBytes(text);
        var blob = writer.WriteBlob(content).Value;
        blobs.Add(blob, content);
        return blob;
    }

    // Latin-1 keeps every byte as one character. Null: it is binary, or there is no room to hold it. The text itself is not kept: it
    // takes twice the room of the bytes, and is made of them in less time than its lines are counted.
    private string? Text(string blob) =>
        blobs.Find(blob) is { } bytes && !bytes.Span.Contains((byte)0) ? Encoding.Latin1.GetString(bytes.Span) : null;
}

using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Foresees the trees of the fold without asking git at all: where a patch meets what has landed, the texts are merged here.
/// It knows nothing of renames across patches and of merge drivers. A wrong guess costs time, never correctness: the proof
/// decides.
/// </summary>
internal sealed class Foresight(ObjectReader reader, ObjectWriter writer, TreeComposer composer)
{
    private const int MaxSize = 1 << 20;

    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <param name="tip">The tree that the first of the patches finds.</param>
    /// <param name="landed">What the paths hold that the patches before them have changed.</param>
    public async Task<IReadOnlyList<Prediction>> PredictAsync(
        TreeId tip, IReadOnlyDictionary<string, TreeLeaf?> landed, IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        var now = landed.ToDictionary(StringComparer.Ordinal);
        List<Prediction> predictions = [];
        foreach (var patch in patches)
        {
            var changes = await MergeAsync(patch, now, cancellationToken);
            foreach (var change in changes)
            {
                now[change.Path] = change.New;
            }

            var after = await composer.ApplyAsync(tip, changes, cancellationToken);
            predictions.Add(new Prediction(patch, tip, after));
            tip = after;
        }

        return predictions;
    }

    // Nothing: it will not land.
    private async Task<IReadOnlyList<PathChange>> MergeAsync(
        CarriedPatch patch, Dictionary<string, TreeLeaf?> now, CancellationToken cancellationToken)
    {
        List<PathChange> merged = [];
        foreach (var change in patch.MergesWithTip ? patch.Changes : [])
        {
            if (!now.TryGetValue(change.Path, out var current) || current == change.Old)
            {
                merged.Add(change);
            }
            else if (current != change.New)
            {
                if (await MergeAsync(change, current, cancellationToken) is not { } leaf)
                {
                    return [];
                }

                merged.Add(change with { Old = current, New = leaf });
            }
        }

        return merged;
    }

    // Null: the sides collide, or this is nothing that has lines.
    private async Task<TreeLeaf?> MergeAsync(PathChange change, TreeLeaf? current, CancellationToken cancellationToken)
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

        if (await TextAsync(old, cancellationToken) is not { } oldText
            || await TextAsync(ours, cancellationToken) is not { } ourText
            || await TextAsync(theirs, cancellationToken) is not { } theirText
            || new TextMerge(oldText, ourText, theirText).Merged() is not { } text)
        {
            return null;
        }

        var blob = writer.WriteBlob(Encoding.Latin1.GetBytes(text)).Value;
        _texts[blob] = text;
        return new TreeLeaf(mode, blob);
    }

    // Latin-1 keeps every byte as one character. Null: it is binary, or too big to be merged twice.
    private async Task<string?> TextAsync(TreeLeaf leaf, CancellationToken cancellationToken)
    {
        if (!_texts.TryGetValue(leaf.ObjectName, out var text))
        {
            var bytes = await reader.ReadBlobAsync(BlobId.Parse(leaf.ObjectName), cancellationToken);
            text = bytes.Length > MaxSize || bytes.Span.Contains((byte)0) ? null : Encoding.Latin1.GetString(bytes.Span);
            _texts.Add(leaf.ObjectName, text);
        }

        return text;
    }
}

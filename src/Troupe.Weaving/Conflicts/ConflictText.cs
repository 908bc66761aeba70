using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>The contents of colliding files, as far as they are lines of bearable size.</summary>
internal sealed class ConflictText
{
    // Where git itself looks for a NUL to tell binary files.
    private const int BinaryProbe = 8000;

    private readonly Dictionary<BlobId, string?> _texts = [];

    public static async Task<ConflictText> LoadAsync(SmallBlobs blobs, IEnumerable<Conflict> conflicts, CancellationToken cancellationToken)
    {
        var wanted = conflicts.SelectMany(conflict => new[] { conflict.Base, conflict.Ours, conflict.Theirs })
            .Where(side => side is not null && side.Mode.StartsWith("100", StringComparison.Ordinal))
            .Select(side => side!.Blob).Distinct().ToList();
        await blobs.LoadAsync(wanted.Select(blob => blob.Value), cancellationToken);
        var text = new ConflictText();
        foreach (var blob in wanted)
        {
            text._texts[blob] = blobs.Find(blob.Value) is { } content ? Read(content.Span) : null;
        }

        return text;
    }

    /// <summary>Null: it has no lines, or too many. A side that is absent is empty.</summary>
    public string? Of(ConflictSide? side) => side is null ? "" : _texts.GetValueOrDefault(side.Blob);

    private static string? Read(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0) ? null : Encoding.UTF8.GetString(content);
}

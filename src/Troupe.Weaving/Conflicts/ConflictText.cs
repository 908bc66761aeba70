using System.Text;

namespace Troupe.Weaving;

/// <summary>The contents of colliding files, as far as they are lines of bearable size.</summary>
internal sealed class ConflictText
{
    // Where git itself looks for a NUL to tell binary files.
    private const int BinaryProbe = 8000;

    private readonly SmallBlobs _blobs;

    private ConflictText(SmallBlobs blobs) => _blobs = blobs;

    public static async Task<ConflictText> LoadAsync(SmallBlobs blobs, IEnumerable<Conflict> conflicts, CancellationToken cancellationToken)
    {
        var wanted = conflicts.SelectMany(conflict => new[] { conflict.Base, conflict.Ours, conflict.Theirs }).Where(HasLines);
        await blobs.LoadAsync(wanted.Select(side => side!.Blob.Value), cancellationToken);
        return new ConflictText(blobs);
    }

    /// <summary>Null: it has no lines, or too many. A side that is absent is empty.</summary>
    public string? Of(ConflictSide? side) =>
        side is null ? "" : HasLines(side) && _blobs.Find(side.Blob.Value) is { } content ? Read(content.Span) : null;

    private static bool HasLines(ConflictSide? side) => side is not null && side.Mode.StartsWith("100", StringComparison.Ordinal);

    private static string? Read(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0) ? null : Encoding.UTF8.GetString(content);
}

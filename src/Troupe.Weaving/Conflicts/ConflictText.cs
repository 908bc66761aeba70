using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>The contents of colliding files, as far as they are lines of bearable size.</summary>
internal sealed class ConflictText
{
    private const int MaxSize = 1 << 20;

    // Where git itself looks for a NUL to tell binary files.
    private const int BinaryProbe = 8000;

    private readonly Dictionary<BlobId, string?> _texts = [];

    public static async Task<ConflictText> LoadAsync(GitExecutor git, IEnumerable<Conflict> conflicts, CancellationToken cancellationToken)
    {
        var wanted = conflicts.SelectMany(conflict => new[] { conflict.Base, conflict.Ours, conflict.Theirs })
            .Where(side => side is not null && side.Mode.StartsWith("100", StringComparison.Ordinal))
            .Select(side => side!.Blob).Distinct().ToList();
        var text = new ConflictText();
        if (wanted.Count == 0)
        {
            return text;
        }

        var small = await SmallAsync(git, wanted, cancellationToken);
        foreach (var item in await ObjectBatch.ReadAsync(git, small, cancellationToken))
        {
            var bytes = item.Content.Span;
            text._texts[BlobId.Parse(item.Name)] = bytes[..Math.Min(bytes.Length, BinaryProbe)].Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
        }

        return text;
    }

    /// <summary>Null: it has no lines, or too many. A side that is absent is empty.</summary>
    public string? Of(ConflictSide? side) => side is null ? "" : _texts.GetValueOrDefault(side.Blob);

    private static async Task<IReadOnlyList<string>> SmallAsync(GitExecutor git, IReadOnlyList<BlobId> blobs, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(
            ["cat-file", "--batch-check=%(objectname) %(objectsize)"],
            new GitCall { Input = Encoding.ASCII.GetBytes(string.Concat(blobs.Select(blob => blob + "\n"))) },
            cancellationToken);
        return [.. result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Where(words => long.TryParse(words[1], out var size) && size <= MaxSize)
            .Select(words => words[0])];
    }
}

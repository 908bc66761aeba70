using System.Text;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What personas wrote into their journals with the patches that others collide with: the last entry that a patch adds.</summary>
internal sealed class JournalLines
{
    private const int MaxLength = 300;

    private readonly SmallBlobs _blobs;
    private readonly Dictionary<int, string> _entries = [];

    private JournalLines(SmallBlobs blobs) => _blobs = blobs;

    public static async Task<JournalLines> LoadAsync(
        SmallBlobs blobs, IEnumerable<CarriedPatch> patches, Func<int, PersonaId?> personaOf, CancellationToken cancellationToken)
    {
        var lines = new JournalLines(blobs);
        foreach (var patch in patches.DistinctBy(patch => patch.Index))
        {
            if (personaOf(patch.Index) is { } persona && LastEntry(patch, persona) is { } entry)
            {
                lines._entries.Add(patch.Index, entry);
            }
        }

        await blobs.LoadAsync(lines._entries.Values, cancellationToken);
        return lines;
    }

    /// <summary>The entry as one line of bearable length; null: the patch adds none.</summary>
    public string? Of(int patch)
    {
        if (!_entries.TryGetValue(patch, out var blob) || _blobs.Find(blob) is not { } content)
        {
            return null;
        }

        var words = Encoding.UTF8.GetString(content.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length == 0 ? null : line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }

    // An entry is a file of its own, named by its time. Only the persona's own journal counts as its word.
    private static string? LastEntry(CarriedPatch patch, PersonaId persona)
    {
        var folder = $".team/personas/{persona}/journals/";
        var entries = patch.Changes.Where(change => change is { Old: null, New: not null } && change.Path.StartsWith(folder, StringComparison.Ordinal));
        return entries.MaxBy(change => change.Path, StringComparer.Ordinal)?.New?.ObjectName;
    }
}

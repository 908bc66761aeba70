using System.Text;

namespace Troupe.Weaving;

/// <summary>
/// Which patches of a weave are the same change, and which hold another one whole. It only helps to say why a patch has nothing left, or
/// that two personas did one thing; what lands is decided without it.
/// </summary>
internal sealed class SharedWork
{
    // Whoever shares a path with more patches than this shares it with everybody.
    private const int MaxOwners = 64;

    private readonly Dictionary<int, int> _same = [];
    private readonly Dictionary<int, List<int>> _parts = [];

    private SharedWork()
    {
    }

    public static async Task<SharedWork> FindAsync(SmallBlobs blobs, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var work = new SharedWork();
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        foreach (var patch in steps.Select(step => step.Patch))
        {
            if (!first.TryAdd(Key(patch), patch.Index))
            {
                work._same.Add(patch.Index, first[Key(patch)]);
            }
        }

        var pairs = Candidates(steps.Where(step => step.Lands && step.Patch.ChangesTip).Select(step => step.Patch));
        await blobs.LoadAsync(pairs.SelectMany(pair => Contents(pair.Whole, pair.Part)), cancellationToken);
        var hunks = new ChangedHunks(blobs);
        foreach (var (whole, part) in pairs)
        {
            var made = whole.Changes.ToDictionary(change => change.Path, StringComparer.Ordinal);
            if (part.Changes.All(change => hunks.Holds(made[change.Path], change)))
            {
                work.Add(whole.Index, part.Index);
            }
        }

        return work;
    }

    /// <summary>The earliest patch that makes the same change; null: none does.</summary>
    public int? SameAs(int index) => _same.TryGetValue(index, out var other) ? other : null;

    /// <summary>The patches landed before it that a landed patch contains whole.</summary>
    public IReadOnlyList<int> PartsOf(int index) => _parts.TryGetValue(index, out var parts) ? parts : [];

    private void Add(int whole, int part)
    {
        if (!_parts.TryGetValue(whole, out var parts))
        {
            _parts.Add(whole, parts = []);
        }

        parts.Add(part);
    }

    private static string Key(CarriedPatch patch)
    {
        var key = new StringBuilder();
        foreach (var change in patch.Changes)
        {
            key.Append(change.Path).Append('\0').Append(change.Old).Append('\0').Append(change.New).Append('\0');
        }

        return key.ToString();
    }

    // Only who touches every path of another can hold it whole.
    private static List<(CarriedPatch Whole, CarriedPatch Part)> Candidates(IEnumerable<CarriedPatch> landed)
    {
        var touched = new PathIndex();
        Dictionary<int, CarriedPatch> earlier = [];
        List<(CarriedPatch, CarriedPatch)> pairs = [];
        foreach (var patch in landed)
        {
            var shared = patch.Paths.SelectMany(path => touched.OwnersOf(path).TakeLast(MaxOwners)).CountBy(owner => owner);
            pairs.AddRange(shared.Where(owner => earlier[owner.Key].Paths.Count == owner.Value).Select(owner => (patch, earlier[owner.Key])));
            touched.Add(patch.Paths, patch.Index);
            earlier.Add(patch.Index, patch);
        }

        return pairs;
    }

    private static IEnumerable<string> Contents(CarriedPatch whole, CarriedPatch part)
    {
        var paths = part.Paths.ToHashSet(StringComparer.Ordinal);
        return whole.Changes.Where(change => paths.Contains(change.Path)).Concat(part.Changes)
            .SelectMany(change => new[] { change.Old, change.New })
            .Where(leaf => leaf is { Mode.IsFile: true })
            .Select(leaf => leaf!.Value.ObjectName);
    }
}

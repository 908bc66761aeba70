namespace Troupe.Weaving;

/// <summary>
/// What the lock files hold beside the folded tree: the first patch that lands keeps the lock file that it made, and where a later one
/// made another, the command has to make it from both.
/// </summary>
/// <param name="Kept">For each such path, from which step on it holds what.</param>
/// <param name="Stale">For each path that has to be made anew, the patches whose version is not in the tree.</param>
internal sealed record LockOverlay(
    IReadOnlyDictionary<string, (int Step, TreeLeaf Leaf)> Kept, IReadOnlyDictionary<string, IReadOnlyList<LockChange>> Stale)
{
    /// <param name="folded">What the paths hold in the folded tree. Pure.</param>
    public static LockOverlay Of(IReadOnlyList<Step> steps, IReadOnlyList<LockChange> aside, IReadOnlyDictionary<string, TreeLeaf?> folded)
    {
        Dictionary<string, (int, TreeLeaf)> kept = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<LockChange>> stale = new(StringComparer.Ordinal);
        var places = steps.Select((step, place) => (step, place)).Where(item => item.step.Lands).ToDictionary(item => item.step.Patch.Index, item => item.place);
        foreach (var file in aside.Where(change => places.ContainsKey(change.Patch)).GroupBy(change => change.Path, StringComparer.Ordinal))
        {
            var landed = file.OrderBy(change => places[change.Patch]).ToList();
            var now = folded[file.Key];
            if (now == landed[0].Old)
            {
                now = landed[0].New;
                kept.Add(file.Key, (places[landed[0].Patch], landed[0].New));
            }

            var others = landed.FindAll(change => change.New != now);
            if (others.Count > 0)
            {
                stale.Add(file.Key, others);
            }
        }

        return new LockOverlay(kept, stale);
    }

    /// <summary>What has to be set in the tree that this step left.</summary>
    public IReadOnlyList<PathChange> At(int step) =>
        [.. Kept.Where(path => path.Value.Step <= step).Select(path => new PathChange(path.Key, null, path.Value.Leaf))];
}

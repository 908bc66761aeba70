namespace Troupe.Weaving;

/// <summary>
/// Whether a merge did only what the patch means. A path that the patch alone touches holds what its carried tree holds;
/// a path that it does not touch is as it was. What differs is a stray, unless a rename explains it (<see cref="RenameTrail"/>).
/// Without this a change could land in another patch's file that merely looks like the one it was made for. Pure.
/// </summary>
internal static class Accounting
{
    /// <param name="patch">The patch that was carried.</param>
    /// <param name="changes">What the step changed.</param>
    /// <param name="landed">What the patches before it touch.</param>
    public static IReadOnlyList<string> Strays(CarriedPatch patch, IReadOnlyList<PathChange> changes, PathIndex landed)
    {
        var meant = patch.Changes.ToDictionary(change => change.Path, StringComparer.Ordinal);
        var made = changes.ToDictionary(change => change.Path, StringComparer.Ordinal);
        List<string> strays = [];
        foreach (var change in changes)
        {
            if (!meant.TryGetValue(change.Path, out var wish) || !IsShared(change.Path) && wish.New != change.New)
            {
                strays.Add(change.Path);
            }
        }

        strays.AddRange(patch.Paths.Where(path => !made.ContainsKey(path) && !IsShared(path)));
        return strays;

        // Without a carried tree there is nothing to compare the content with.
        bool IsShared(string path) => !patch.ChangesTip || landed.OwnersOf(path).Count > 0;
    }
}

namespace Troupe.Weaving;

/// <summary>Where the content of a file may be that landed patches took away: among what the same patches add. Pure.</summary>
internal static class Successors
{
    private const int MaxShown = 5;

    // A patch may take away a thousand files and add as many.
    private const int MaxCandidates = 300;

    /// <returns>The likeliest first; null: the file is there, or nobody knows what took it away.</returns>
    public static IReadOnlyList<string>? Of(Conflict conflict, IReadOnlyList<CarriedPatch> landed)
    {
        if (conflict.Ours is not null || conflict.Kind is not (ConflictKind.ModifyDelete or ConflictKind.RenameDelete) || landed.Count == 0)
        {
            return null;
        }

        var path = conflict.Base?.Path ?? conflict.Path;
        return
        [
            .. landed.SelectMany(patch => patch.Changes).Where(change => change.Old is null && change.New is not null).Select(change => change.Path)
                .Take(MaxCandidates).Distinct(StringComparer.Ordinal)
                .OrderByDescending(added => Likeness(path, added)).ThenBy(added => added, StringComparer.Ordinal)
                .Take(MaxShown),
        ];
    }

    // The same name elsewhere, then the same sort of file, with a name that begins or ends alike, in the folders that are nearest.
    private static int Likeness(string path, string added)
    {
        const int SameName = 10_000;
        const int SameSort = 1000;
        const int SameLetter = 10;
        var (name, other) = (Path.GetFileNameWithoutExtension(path), Path.GetFileNameWithoutExtension(added));
        return (Path.GetFileName(path) == Path.GetFileName(added) ? SameName : 0)
            + (Path.GetExtension(path) == Path.GetExtension(added) ? SameSort : 0)
            + (Math.Max(InCommon(name, other), InCommon([.. name.Reverse()], [.. other.Reverse()])) * SameLetter)
            + path.Split('/').Zip(added.Split('/')).TakeWhile(pair => pair.First == pair.Second).Count();
    }

    private static int InCommon(ReadOnlySpan<char> name, ReadOnlySpan<char> other) => name.CommonPrefixLength(other);
}

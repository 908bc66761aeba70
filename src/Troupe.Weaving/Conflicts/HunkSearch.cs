namespace Troupe.Weaving;

/// <summary>Finds the colliding lines of conflicts. Pure.</summary>
internal static class HunkSearch
{
    // Each of these takes a merge of texts. A report shows no more than so many of one patch, and whoever has more conflicts in all
    // than this has other worries.
    private const int MaxFilesOfOne = 20;
    private const int MaxFiles = 1000;

    /// <param name="losers">The conflicts of each patch.</param>
    /// <returns>All of them, in order.</returns>
    public static IReadOnlyList<Conflict> AddHunks(IEnumerable<IReadOnlyList<Conflict>> losers, ConflictText text)
    {
        List<Conflict> all = [];
        var files = 0;
        foreach (var conflicts in losers)
        {
            all.AddRange(conflicts.Select((conflict, i) =>
                i < MaxFilesOfOne && files++ < MaxFiles ? AddHunks(conflict, text) : conflict with { HunksAreCut = HasLines(conflict) }));
        }

        return all;
    }

    private static bool HasLines(Conflict conflict) => conflict.Kind is ConflictKind.Content or ConflictKind.AddAdd;

    private static Conflict AddHunks(Conflict conflict, ConflictText text)
    {
        if (conflict.Kind is ConflictKind.Submodule
            || text.Of(conflict.Base) is not { } @base || text.Of(conflict.Ours) is not { } ours || text.Of(conflict.Theirs) is not { } theirs)
        {
            return conflict with { HunksAreCut = HasLines(conflict) };
        }

        if (conflict.Ours is null || conflict.Theirs is null)
        {
            return conflict.Base is null ? conflict : ChangedLines.AddTo(conflict, @base, ours, theirs);
        }

        if (LargeFilePointer.Is(ours) && LargeFilePointer.Is(theirs))
        {
            return conflict with { Kind = ConflictKind.Binary, Detail = LargeFilePointer.Detail };
        }

        var found = conflict.Base is null ? null : @base;
        if (LineEndings.TryExplain(conflict, found, ours, theirs) is { } explained)
        {
            return explained;
        }

        var isTakenName = conflict.Kind == ConflictKind.RenameAdd && found is not null && conflict.RenamedByPatchFrom is not null;
        var lines = isTakenName ? CollidingLines.OfRenamed(found!, ours, theirs) : CollidingLines.Of(found, ours, theirs);
        return conflict with
        {
            // What another file was is no base of this one.
            Base = isTakenName && !lines.AreAlike ? null : conflict.Base,
            Hunks = lines.Hunks,
            HunksAreCut = lines.IsCut,
            AreAlike = lines.AreAlike,
            IsUnmergedText = conflict.Kind == ConflictKind.Binary,
        };
    }
}

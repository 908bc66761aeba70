namespace Troupe.Weaving;

/// <summary>Finds the colliding lines of conflicts. Pure.</summary>
internal static class HunkSearch
{
    // Each of these takes a merge of texts: whoever has more conflicts than this has other worries.
    private const int MaxFiles = 200;

    public static IReadOnlyList<Conflict> AddHunks(IReadOnlyList<Conflict> conflicts, ConflictText text) =>
        [.. conflicts.Select((conflict, i) => i < MaxFiles ? AddHunks(conflict, text) : conflict with { HunksAreCut = true })];

    private static Conflict AddHunks(Conflict conflict, ConflictText text)
    {
        if (conflict.Kind is ConflictKind.Binary or ConflictKind.Submodule
            || text.Of(conflict.Base) is not { } @base || text.Of(conflict.Ours) is not { } ours || text.Of(conflict.Theirs) is not { } theirs)
        {
            return conflict with { HunksAreCut = conflict.Kind is ConflictKind.Content or ConflictKind.AddAdd };
        }

        if (conflict.Ours is null || conflict.Theirs is null)
        {
            return conflict.Base is null ? conflict : conflict with { Hunks = [ChangedLines.Of(@base, ours, theirs)] };
        }

        var lines = new CollidingLines(new TextMerge(@base, ours, theirs));
        return conflict with { Hunks = lines.Hunks, HunksAreCut = lines.IsCut };
    }
}

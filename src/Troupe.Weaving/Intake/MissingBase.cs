using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Refuses a patch that was made on something that the repository lacks, and says how to get it. Pure.</summary>
internal static class MissingBase
{
    // Where nobody can say which paths the patch changes, it is the whole tree that is in question.
    private const string WholeTree = ".";
    private const int MaxPaths = 20;
    private const int MaxObjects = 20;

    /// <param name="paths">What the patch changes, as far as it says so itself.</param>
    public static IntakeResult.Refused OfCommit(CommitId commit, IEnumerable<string> paths) => Refused(
        $"It was made on commit {commit}, which this repository does not have. Fetch it ('git fetch REMOTE {commit}', or 'git fetch --unshallow' "
            + "in a shallow clone), then weave again.",
        $"Fetch the commit {commit} (`git fetch REMOTE {commit}`, or `git fetch --unshallow` in a shallow clone), then weave again.",
        paths);

    /// <param name="objects">One at least.</param>
    /// <param name="paths">The files whose contents are missing.</param>
    public static IntakeResult.Refused OfObjects(IReadOnlyList<string> objects, IEnumerable<string> paths)
    {
        var what = objects.Count == 1 ? $"the object {objects[0]}" : $"{objects.Count} objects";
        var them = objects.Count == 1 ? "it" : "them";
        const string All = "git fetch --refetch --no-filter REMOTE";
        var some = objects.Count > MaxObjects ? null : $"git fetch REMOTE {string.Join(' ', objects)}";
        return Refused(
            $"It needs {what}, which this partial clone does not have, and nothing is fetched while patches are woven. "
                + $"Fetch {them} ({(some is null ? "" : $"'{some}', or ")}everything by '{All}'), then weave again.",
            $"Fetch {what} ({(some is null ? "" : $"`{some}`, or ")}everything by `{All}`), then weave again.",
            paths);
    }

    private static IntakeResult.Refused Refused(string reason, string howToGetIt, IEnumerable<string> paths)
    {
        List<string> changed = [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new IntakeResult.Refused(PatchOutcome.Stale, reason)
        {
            Paths = changed,
            Conflicts =
            [
                new Conflict
                {
                    Kind = ConflictKind.MissingBase,
                    Path = changed.FirstOrDefault(WholeTree),
                    OtherPaths = [.. changed.Skip(1).Take(MaxPaths)],
                    Detail = howToGetIt,
                },
            ],
        };
    }
}

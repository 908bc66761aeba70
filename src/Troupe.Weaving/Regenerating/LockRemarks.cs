using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Says of each patch what became of the lock files that it made. Pure.</summary>
internal static class LockRemarks
{
    public static IReadOnlyList<PatchResult> AddTo(IReadOnlyList<PatchResult> results, LockedFold fold) =>
        [.. results.Select((result, index) => AddTo(result, index, fold))];

    private static PatchResult AddTo(PatchResult result, int index, LockedFold fold)
    {
        var aside = fold.Aside.Where(change => change.Patch == index).Select(change => change.Path).ToList();
        var failed = fold.Files.Where(file => file.State == LockFileState.Failed && result.Paths.Contains(file.Path, StringComparer.Ordinal)).ToList();
        var collided = result.Outcome == PatchOutcome.Conflicted ? failed.Where(file => result.Conflicts.Any(conflict => conflict.Path == file.Path)) : [];
        var remarks = result.Outcome != PatchOutcome.Landed ? []
            : fold.Files.Where(file => file.State != LockFileState.Failed && file.Patches.Contains(index)).Select(Made).Concat(failed.Select(Failed));
        return result with
        {
            Paths = [.. result.Paths.Union(aside, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Reason = Joined(result.Reason, collided.Select(Failed)),
            Remark = Joined(result.Remark, remarks),
        };
    }

    private static string? Joined(string? text, IEnumerable<string> further) =>
        string.Join(" ", [.. new[] { text }.OfType<string>(), .. further]) is { Length: > 0 } joined ? joined : null;

    private static string Made(LockFile file) =>
        $"Others change {Printable.Escape(file.Path)} too: '{CommandOf(file)}' {(file.State == LockFileState.Planned ? "will make" : "made")} it anew from all that "
        + (file.State == LockFileState.Planned ? "lands." : "landed.");

    private static string Failed(LockFile file) => $"{Printable.Escape(file.Path)} could not be made anew: '{CommandOf(file)}' {file.Reason}.";

    private static string CommandOf(LockFile file) => Printable.Escape(string.Join(' ', file.Command));
}

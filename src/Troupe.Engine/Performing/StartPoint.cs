using Troupe.Core;

namespace Troupe.Engine;

/// <summary>Where the checkout of a session starts.</summary>
/// <param name="Commit">A commit on the session's base; null: at the base itself.</param>
/// <param name="Caution">Why it is the base although the session reworks a conflict; null: it is as it should be.</param>
internal sealed record StartPoint(CommitId? Commit, string? Caution = null)
{
    public static StartPoint AtBase { get; } = new((CommitId?)null);

    /// <param name="reason">May quote git, and with it names out of the patch: it is cut to a line that is safe to print.</param>
    public static StartPoint Without(string reason) => new(
        null,
        "What still merges of the earlier patch could not be applied, so the checkout starts from the tip: "
        + EventBounds.Fit(Printable.Escape(reason.Split('\n')[0].TrimEnd())));
}

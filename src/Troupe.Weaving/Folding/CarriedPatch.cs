using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A patch that goes into the fold.</summary>
/// <param name="Index">Its place in the order of arrival.</param>
/// <param name="Base">The tree of its fork.</param>
/// <param name="Theirs">The tree that it made.</param>
/// <param name="OnTip">What it makes of the tip alone; null: it does not merge with it.</param>
/// <param name="Changes">What it changes in the tip; where it does not merge with the tip alone, or is in it, in its fork.</param>
internal sealed record CarriedPatch(int Index, TreeId Base, TreeId Theirs, TreeId? OnTip, IReadOnlyList<PathChange> Changes)
{
    public bool MergesWithTip => OnTip is not null;

    /// <summary>
    /// The tip alone has all of it already, but not what the patch was made on: once that has landed, it may change something
    /// all the same, as a patch does that takes back another one.
    /// </summary>
    public bool IsInTip { get; init; }

    /// <summary>Whether what it changes is known from the tip alone.</summary>
    public bool ChangesTip => MergesWithTip && !IsInTip;

    public IReadOnlyList<string> Paths { get; } = [.. Changes.Select(change => change.Path)];

    /// <summary>
    /// Where it does not merge with the tip alone, the paths that git would write there: git follows renames between fork and
    /// tip, so that these may be others than the patch names.
    /// </summary>
    public IReadOnlyList<string> Followed { get; init; } = [];
}

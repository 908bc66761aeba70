using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What became of one patch, and why.</summary>
public sealed record PatchResult
{
    public required WeavePatch Patch { get; init; }

    public required PatchOutcome Outcome { get; init; }

    /// <summary>The change itself; null where it could not be read.</summary>
    public Patch? Change { get; init; }

    /// <summary>The paths that the patch changes, on both sides of renames.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>The commit that holds it, for a landed patch.</summary>
    public CommitId? Commit { get; init; }

    /// <summary>One sentence, for every outcome but <see cref="PatchOutcome.Landed"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Something that its author should know though it landed, such as a base that had to be guessed.</summary>
    public string? Remark { get; init; }

    /// <summary>Labels of the other patches that did not land and that it collides with.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>The first line of its commit message.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What git made of it where it collides; null: it does not, or never came so far.</summary>
    internal MergeOutcome? Merge { get; init; }

    /// <summary>Whether it merges with each of its counterparts alone, and conflicts only with them together.</summary>
    public bool IsJoint => Conflicts.Count > 0 && Conflicts.All(conflict => conflict.IsJoint);
}

using Troupe.Core;

namespace Troupe.Forges;

/// <summary>What became of an attempt to move a branch to what a weave made. A closed set.</summary>
public abstract record LandingOutcome
{
    private LandingOutcome()
    {
    }

    /// <summary>The branch is at the commit, now or already before.</summary>
    public sealed record Landed(string Branch, CommitId Commit) : LandingOutcome;

    /// <summary>Somebody works on that branch; it was left alone.</summary>
    /// <param name="Folder">The checkout.</param>
    /// <param name="Why">Such as <c>checked out</c> or <c>being rebased</c>.</param>
    public sealed record InUse(string Branch, string Folder, string Why) : LandingOutcome;

    /// <summary>Somebody else moved the branch meanwhile; it was left alone.</summary>
    /// <param name="Found">Where it is; null: it does not exist.</param>
    public sealed record Moved(string Branch, CommitId? Found) : LandingOutcome;

    /// <summary>The branch has commits that the new one lacks; it was left alone.</summary>
    public sealed record NotAhead(string Branch, CommitId Found) : LandingOutcome;
}

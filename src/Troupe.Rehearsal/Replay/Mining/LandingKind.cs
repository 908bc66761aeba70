namespace Troupe.Rehearsal.Replay;

/// <summary>How a change came into the mainline.</summary>
public enum LandingKind
{
    /// <summary>A merge commit that took a branch in.</summary>
    Merge,

    /// <summary>One commit that stands for a whole pull request, by its subject.</summary>
    Squash,
}

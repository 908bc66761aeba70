namespace Troupe.Core;

/// <summary>How sprints run.</summary>
public enum SprintModeSetting
{
    /// <summary>Some sprints in parallel, by their number; the others one persona at a time.</summary>
    Rollout,

    /// <summary>All personas at once from one base.</summary>
    Parallel,

    /// <summary>One persona at a time, each from what the one before it landed.</summary>
    Sequential,
}

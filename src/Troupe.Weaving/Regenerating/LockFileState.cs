namespace Troupe.Weaving;

/// <summary>What became of a lock file that several changes meet in.</summary>
public enum LockFileState
{
    /// <summary>The command made it, from all that landed.</summary>
    Regenerated,

    /// <summary>The command makes it when this is applied: a plan runs none.</summary>
    Planned,

    /// <summary>The command failed, and git merged the file as if there were no rule.</summary>
    Failed,
}

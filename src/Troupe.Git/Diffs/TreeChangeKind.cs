namespace Troupe.Git;

/// <summary>What happened to a path between two trees.</summary>
public enum TreeChangeKind
{
    Added,

    Deleted,

    /// <summary>Other content, or only another mode of the same type.</summary>
    Modified,

    /// <summary>A file became a symlink or a gitlink, or the other way round.</summary>
    TypeChanged,

    /// <summary>Only where rename detection was asked for.</summary>
    Renamed,
}

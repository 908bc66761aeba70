namespace Troupe.Git;

/// <summary>The type of a git object.</summary>
public enum ObjectKind
{
    Blob,

    Tree,

    Commit,

    Tag,
}

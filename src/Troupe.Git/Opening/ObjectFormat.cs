namespace Troupe.Git;

/// <summary>The hash that names the objects of a repository.</summary>
public enum ObjectFormat
{
    Sha1,

    Sha256,
}

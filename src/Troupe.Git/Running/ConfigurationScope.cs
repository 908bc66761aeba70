namespace Troupe.Git;

/// <summary>Which settings outside the git directory a command may see.</summary>
public enum ConfigurationScope
{
    /// <summary>The user's and the system's, as when the user runs git.</summary>
    User,

    /// <summary>None: the result depends on the git directory and on nothing else on the machine.</summary>
    DirectoryOnly,
}

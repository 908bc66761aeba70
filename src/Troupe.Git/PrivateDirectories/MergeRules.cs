using Troupe.Core;

namespace Troupe.Git;

/// <summary>Which files are merged in another way than line by line. They come from the tip and the settings, never from a patch.</summary>
public sealed record MergeRules
{
    public static MergeRules None { get; } = new();

    /// <summary>Patterns, from the root of the repository, of files whose both sides are kept in a merge.</summary>
    public IReadOnlyList<string> UnionPaths { get; init; } = [];

    public IReadOnlyList<MergeDriverSettings> Drivers { get; init; } = [];

    /// <summary>Lock files: <see cref="LockAttributes"/> tell which rule a path belongs to.</summary>
    public IReadOnlyList<RegenerationSettings> Regenerate { get; init; } = [];
}

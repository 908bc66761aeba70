using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Lock files to make anew.</summary>
public sealed record RegenerationRequest
{
    /// <summary>Stands for the weave, the tree, the rule and the files.</summary>
    public required string Key { get; init; }

    /// <summary>The private git directory that has the tree.</summary>
    public required string GitDirectory { get; init; }

    /// <summary>What fits together; in place of each lock file one of those that the patches made.</summary>
    public required TreeId Tree { get; init; }

    public required RegenerationSettings Rule { get; init; }

    /// <summary>The lock files that are taken; the command runs once in the folder of each.</summary>
    public required IReadOnlyList<string> Files { get; init; }
}

using Troupe.Core;

namespace Troupe.Verification;

/// <summary>Lock files to make anew from a tree.</summary>
public sealed record LockCommandRequest
{
    /// <summary>The git directory that has the tree.</summary>
    public required string GitDirectory { get; init; }

    public required TreeId Tree { get; init; }

    public required RegenerationSettings Rule { get; init; }

    /// <summary>What is taken afterwards; the command runs once in the folder of each.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Gets one log file for each folder. It is created if need be, and kept.</summary>
    public required string LogFolder { get; init; }

    /// <summary>The checkout is made in it, under a name of its own, and removed at the end.</summary>
    public required string ScratchFolder { get; init; }

    /// <summary>This process's variables; the command sees only those of them that builds need, and no token.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}

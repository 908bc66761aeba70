using Troupe.Core;

namespace Troupe.Verification;

/// <summary>A commit to try before it lands.</summary>
public sealed record VerifyRequest
{
    /// <summary>The git directory that has the commit: the private one of a weave, or the repository's.</summary>
    public required string GitDirectory { get; init; }

    /// <summary>Exactly its tree is checked out; HEAD is detached at it, so that builds which ask git see it.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>Run in this order; the first that fails is the last that runs.</summary>
    public required IReadOnlyList<VerifyStepSettings> Steps { get; init; }

    /// <summary>Gets one log file per step. It is created if need be, and kept.</summary>
    public required string LogFolder { get; init; }

    /// <summary>The checkout is made in it, under a name of its own, and removed at the end.</summary>
    public required string ScratchFolder { get; init; }

    /// <summary>This process's variables; a step sees only those of them that builds need, and no token.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Further variables that a step may see.</summary>
    public IReadOnlyList<string> AllowedVariables { get; init; } = [];
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>A patch as the fold needs it, with what its commit will say.</summary>
internal sealed record TakenPatch
{
    public required Patch Change { get; init; }

    /// <summary>The tree of the fork.</summary>
    public required TreeId ForkTree { get; init; }

    public required string Message { get; init; }

    /// <summary>Who made it; null: nobody says.</summary>
    public GitIdentity? Author { get; init; }

    /// <summary>When it was made; null: nobody says.</summary>
    public DateTimeOffset? AuthorTime { get; init; }

    public string? Remark { get; init; }

    public string Subject => Message.TrimStart('\n').Split('\n', 2)[0].Trim();
}

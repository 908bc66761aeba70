using Troupe.Core;

namespace Troupe.Git;

/// <summary>A checkout for one session.</summary>
public sealed record CheckoutRequest
{
    /// <summary>Where it is made; it must not exist, or be empty. Beside it, <c>FOLDER.snapshot</c> is made too.</summary>
    public required string Folder { get; init; }

    /// <summary>The commit that is checked out. The caller pins it by a ref for as long as the checkout lives.</summary>
    public required CommitId Base { get; init; }

    /// <summary>Who commits there, unless told otherwise.</summary>
    public required GitIdentity Identity { get; init; }

    /// <summary>The branch that it is on, such as <c>troupe/s7-curator-2</c>; null: HEAD is detached.</summary>
    public string? Branch { get; init; }

    /// <summary>Files and folders from its root that are never part of the change, such as <c>.troupe</c>.</summary>
    public IReadOnlyList<string> ExcludedPaths { get; init; } = [];
}

namespace Troupe.Git;

/// <summary>A branch that a checkout stands on, or will come back to.</summary>
/// <param name="Branch">In full, such as <c>refs/heads/main</c>.</param>
/// <param name="Folder">The checkout.</param>
/// <param name="Why">Such as <c>checked out</c> or <c>being rebased</c>.</param>
public sealed record BranchUse(string Branch, string Folder, string Why);

using Troupe.Core;

namespace Troupe.Git;

/// <summary>What a checkout held when it was recorded.</summary>
/// <param name="Tree">All of it.</param>
/// <param name="Commit">On the base; null: nothing differs from the base.</param>
/// <param name="GitDirectory">Where the new objects are, until they are published.</param>
/// <param name="NestedRepositories">Folders that are git repositories of their own; their files were taken as plain files.</param>
/// <param name="SpecialFiles">Pipes, sockets and devices that were in it; they are removed.</param>
public sealed record SessionSnapshot(
    TreeId Tree,
    CommitId? Commit,
    string GitDirectory,
    IReadOnlyList<string> NestedRepositories,
    IReadOnlyList<string> SpecialFiles);

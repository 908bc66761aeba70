using Troupe.Core;

namespace Troupe.Git;

/// <summary>A ref and the commit that it leads to (tags are peeled).</summary>
public sealed record RefTarget(string Name, CommitId Commit);

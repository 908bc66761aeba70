using Troupe.Core;

namespace Troupe.Engine;

/// <summary>The commit that a sprint starts from.</summary>
/// <param name="Reason">Why that one, in words for a person.</param>
public sealed record SprintOrigin(CommitId Commit, string Reason);

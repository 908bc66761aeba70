using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>One patch of a weave.</summary>
public sealed record PatchInWeave(SessionId Session, PatchId Patch, CommitId Commit);

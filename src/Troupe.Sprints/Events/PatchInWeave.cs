using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>One patch of a weave.</summary>
/// <param name="Acked">True: the lead agreed to it, so that it is not held; null: nobody had to.</param>
public sealed record PatchInWeave(SessionId Session, PatchId Patch, CommitId Commit, bool? Acked = null);

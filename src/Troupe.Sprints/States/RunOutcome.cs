using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>How one run ended: a <see cref="PatchOutcome"/>, or the final state of a session that gave no patch to weave.</summary>
/// <param name="Reason">Why it did not land, where that is known; null where it did.</param>
/// <param name="Commit">Its commit on the sprint's branch; null: it did not land.</param>
public sealed record RunOutcome(SessionId Session, string Outcome, PatchId? Patch, string? Reason = null, CommitId? Commit = null);

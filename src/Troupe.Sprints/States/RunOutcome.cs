using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>How one run ended: a <see cref="PatchOutcome"/>, or the final state of a session that gave no patch to weave.</summary>
public sealed record RunOutcome(SessionId Session, string Outcome, PatchId? Patch);

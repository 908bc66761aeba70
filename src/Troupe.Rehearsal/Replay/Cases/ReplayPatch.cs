using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>One past change, as a persona of a rehearsed sprint.</summary>
internal sealed record ReplayPatch(PersonaId Persona, CommitId Fork, CommitId Head, string Subject);

using Troupe.Core;

namespace Troupe.Forges;

/// <summary>A persona's newest attempt in a sprint: what a pull request is elsewhere.</summary>
public sealed record SprintAttempt(PersonaId Persona, CommitId Commit);

using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Rehearsal.Simulation;

/// <summary>A change that a persona made in this world.</summary>
/// <param name="Known">The patches that its base holds: it cannot collide with these.</param>
/// <param name="Trouble">Null: it is a good one; else the outcome that a weaver gives it whatever it is woven with.</param>
/// <param name="Red">It breaks the verify commands.</param>
internal sealed record FakePatch(
    PatchId Id, CommitId Commit, PersonaId Persona, ImmutableHashSet<PatchId> Known, PatchOutcome? Trouble, bool Red);

using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Why a policy does not let a patch pass.</summary>
/// <param name="Outcome"><see cref="PatchOutcome.Malformed"/>: it goes back. <see cref="PatchOutcome.Held"/>: it waits.</param>
internal sealed record Objection(PatchOutcome Outcome, string Reason);

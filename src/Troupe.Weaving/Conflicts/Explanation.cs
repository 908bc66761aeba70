namespace Troupe.Weaving;

/// <summary>Why a patch did not land: its conflicts with everything that is known of them, and the other losers that it collides with.</summary>
/// <param name="Rivals">Their places in the order of arrival.</param>
internal sealed record Explanation(IReadOnlyList<Conflict> Conflicts, IReadOnlyList<int> Rivals);

namespace Troupe.Weaving;

/// <summary>Two patches that cannot land together, whichever comes first.</summary>
/// <param name="First">The label of the one that came first.</param>
/// <param name="Paths">Where they collide; empty: that shows only in the company of others.</param>
public sealed record PlannedConflict(string First, string Second, IReadOnlyList<string> Paths);

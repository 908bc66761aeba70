namespace Troupe.Analytics;

/// <summary>A message that fits if its body does.</summary>
/// <param name="Open">The terms that are still to be found.</param>
/// <param name="Blob">The SHA-256 of the body.</param>
internal sealed record UndecidedFind(Find Find, uint Open, string Blob);

namespace Troupe.Sprints;

/// <summary>What the verify commands said.</summary>
/// <param name="Log">Where the log is.</param>
/// <param name="Digest">The same when the same check fails in the same way again.</param>
public sealed record VerificationVerdict(bool Passed, string? Log, string? Digest, double Seconds);

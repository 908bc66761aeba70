namespace Troupe.Sprints;

/// <summary>What the verify commands said.</summary>
/// <param name="Log">Where the log is.</param>
/// <param name="Digest">The same when the same check fails in the same way again.</param>
/// <param name="Reason">Which check failed, how, and what it printed last; null: all passed, or nothing is known.</param>
public sealed record VerificationVerdict(bool Passed, string? Log, string? Digest, double Seconds, string? Reason = null);

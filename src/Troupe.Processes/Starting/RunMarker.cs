using System.Security.Cryptography;

namespace Troupe.Processes.Starting;

/// <summary>
/// A value in the environment of everything that a run starts, by which its processes are found even when they made a
/// session of their own. Runs nest: the value holds the markers of all runs around it.
/// </summary>
internal sealed record RunMarker(string Id)
{
    public const string Variable = "TROUPE_RUN";

    private static readonly string ThisProcess = RandomNumberGenerator.GetHexString(12, lowercase: true);
    private static readonly string? Around = Environment.GetEnvironmentVariable(Variable);
    private static long _last;

    /// <summary>What the environment variable is set to.</summary>
    public string Value => Around is { Length: > 0 } ? $"{Around}:{Id}" : Id;

    // The closing dot keeps run 1 from being found in run 12.
    public static RunMarker Next() => new($"{ThisProcess}.{Interlocked.Increment(ref _last)}.");
}

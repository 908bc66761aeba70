using System.Security.Cryptography;
using System.Text;
using Troupe.Agents;
using Troupe.Core;

namespace Troupe.Engine;

/// <summary>
/// What tells one failure of a session from another, so that the same one twice is recognised as no progress. Every
/// attempt works in a folder of its own: neither its name nor the session's is part of what went wrong.
/// </summary>
internal static class FailureDigest
{
    private const int Length = 32;

    /// <summary>Null for a session that did not fail.</summary>
    public static string? Of(SessionObservation observation) =>
        observation.State is SessionState.Failed or SessionState.TimedOut or SessionState.Stalled or SessionState.Lost
            ? Of(observation.Id, $"{observation.State}\n{observation.ExitCode}\n{observation.Detail}")
            : null;

    /// <summary>Of words that may name the session or its folder.</summary>
    public static string Of(SessionId session, string text) => Of(NamelessText.Of(session, text));

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}

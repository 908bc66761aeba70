using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Troupe.Agents;
using Troupe.Core;

namespace Troupe.Engine;

/// <summary>
/// What tells one failure of a session from another, so that the same one twice is recognised as no progress. Every
/// attempt works in a folder of its own: neither its name nor the session's is part of what went wrong.
/// </summary>
internal static partial class FailureDigest
{
    private const int Length = 32;

    /// <summary>Null for a session that did not fail.</summary>
    public static string? Of(SessionObservation observation) =>
        observation.State is SessionState.Failed or SessionState.TimedOut or SessionState.Stalled or SessionState.Lost
            ? Of(observation.Id, $"{observation.State}\n{observation.ExitCode}\n{observation.Detail}")
            : null;

    /// <summary>Of words that may name the session or its folder.</summary>
    public static string Of(SessionId session, string text) => Of(WithoutNames(session, text));

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];

    private static string WithoutNames(SessionId session, string text) => Names().Replace(
        text, match => match.Groups["id"].Value == session.ToString() ? "<session>" : match.Value);

    /// <summary>Anything like a session's name, with the folders before it where it stands in a path.</summary>
    [GeneratedRegex(@"(?<![\w-])(?:/[^\s'"":]*/)?(?<id>s\d+-[\w-]+-\d+)(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}

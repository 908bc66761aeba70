using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// A draft's key as the log sees it: <c>recipient:key</c>, so that the log itself, under its lock, keeps the same key to the
/// same recipient from being sent twice. Keys that the room makes for itself begin with <c>@</c>, which no persona does.
/// </summary>
internal static class DeduplicationKey
{
    public static string For(PersonaId recipient, string key) => $"{recipient}:{key}";

    /// <summary>The draft's key in a log key; null for none, and for the room's own.</summary>
    public static string? Of(string? logKey) =>
        logKey is null || logKey.StartsWith('@') ? null : logKey[(logKey.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

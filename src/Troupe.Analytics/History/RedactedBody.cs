namespace Troupe.Analytics;

/// <summary>What a redaction leaves of a body: asterisks, as many as it had bytes.</summary>
internal static class RedactedBody
{
    public static bool Is(string? body) => body is { Length: > 0 } && !body.AsSpan().ContainsAnyExcept('*');

    public static string? Visible(string? body) => Is(body) ? null : body;
}

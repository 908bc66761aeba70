namespace Troupe.Sprints;

/// <summary>Why a persona was set back or skipped, in one line.</summary>
internal static class SkipCause
{
    /// <summary>The reason of the skip, and what it was that went wrong last where the reason does not tell.</summary>
    public static string Of(PersonaSkipped skip, Setback? setback) =>
        skip.Reason is SkipReason.Attempts or SkipReason.Runs or SkipReason.NoProgress && setback is not null && Of(setback.Event) is { } cause
            ? $"{FirstLine(skip.Detail)} The last one: {cause}"
            : FirstLine(skip.Detail);

    public static string? Of(SprintEvent cause) => cause switch
    {
        PatchConflicted conflict => ReportedConflict.Of(conflict).InWords,
        PatchRejected rejected => FirstLine(rejected.Reason),
        PatchHeld held => FirstLine(held.Reason),
        SessionEnded { Detail: { } detail } ended => $"{Words(ended)}: {FirstLine(detail)}",
        SessionEnded ended => Words(ended),
        _ => null,
    };

    private static string Words(SessionEnded ended) => ended.State switch
    {
        Core.SessionState.TimedOut => "timed out",
        var state => state.ToString().ToLowerInvariant(),
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}

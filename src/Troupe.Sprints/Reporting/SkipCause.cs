using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Why a persona was set back or skipped, in one line.</summary>
internal static class SkipCause
{
    private const string Announcement = "; its last lines:";

    /// <summary>What went wrong last, and what followed from it.</summary>
    public static string InWords(PersonaSkipped skip, Setback? setback) =>
        Of(skip, setback) is { } cause ? $"{cause.TrimEnd('.')} ({FirstLine(skip.Detail).TrimEnd('.')})" : FirstLine(skip.Detail);

    /// <summary>What went wrong last; null where the skip says it itself.</summary>
    public static string? Of(PersonaSkipped skip, Setback? setback) =>
        skip.Reason is SkipReason.Attempts or SkipReason.Runs or SkipReason.NoProgress && setback is not null ? Of(setback.Event) : null;

    public static string? Of(SprintEvent cause) => cause switch
    {
        PatchConflicted conflict => ReportedConflict.Of(conflict).InWords,
        PatchRejected rejected => FirstLine(rejected.Reason),
        PatchHeld held => FirstLine(held.Reason),
        SessionEnded { Detail: { } detail } ended when FirstLine(detail) != Words(ended.State) => $"{Words(ended.State)}: {FirstLine(detail)}",
        SessionEnded ended => Words(ended.State),
        _ => null,
    };

    private static string Words(SessionState state) => state == SessionState.TimedOut ? "timed out" : state.ToString().ToLowerInvariant();

    /// <summary>Without the announcement of lines that are not shown here.</summary>
    private static string FirstLine(string text)
    {
        var line = text.Split('\n', 2)[0];
        return line.EndsWith(Announcement, StringComparison.Ordinal) ? line[..^Announcement.Length] : line;
    }
}

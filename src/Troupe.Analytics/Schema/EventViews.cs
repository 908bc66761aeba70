using static Troupe.Analytics.ColumnType;

namespace Troupe.Analytics;

/// <summary>The view over the records of both logs as they stand there.</summary>
internal static class EventViews
{
    public static ViewOf<EventRow> Events { get; } = new("events", "One record of a log.",
    [
        new("log", Text, "`mail` or `sprints`.", row => row.Log),
        new("ordinal", Integer, "Its number in its log, from 1.", row => row.Ordinal),
        new("log_position", Text, "Where it stands in its log: segment and offset.", row => row.Record.Position.ToString()),
        new("id", Text, "Its id.", row => row.Record.Id.ToString()),
        new("ts", Timestamp, "When its writer's clock said it was.", row => row.Record.Timestamp),
        new("kind", Text, "What happened.", row => row.Record.Kind),
        new("actor", Text, "Who did it.", row => row.Record.Actor),
        new("key", Text, "Its dedup key.", row => row.Record.DedupKey),
        new("payload", Json, "Its own members, without the body.", row => Cell.Json(row.Payload)),
        new("body", Text, "Its free text; null where there is none, or it was taken away.", row => row.Body),
        new("redacted", ColumnType.Boolean, "Whether its free text was taken away: by a redaction, or for its age.", row => row.Record.IsBodyRedacted),
    ]);
}

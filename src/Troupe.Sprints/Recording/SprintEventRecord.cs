using Troupe.EventLog;

namespace Troupe.Sprints;

/// <summary>Events as records of the sprint log, and back.</summary>
public static class SprintEventRecord
{
    /// <param name="actor">Who says so: <c>engine</c>, or the lead.</param>
    public static NewRecord ToRecord(SprintEvent happened, string actor) => new()
    {
        Kind = SprintEventKinds.Of(happened),
        Actor = actor,
        Payload = SprintEventCodec.Encode(happened),
    };

    public static SprintEvent FromRecord(LogRecord record) => SprintEventCodec.Decode(record.Kind, record.Json.Span);
}

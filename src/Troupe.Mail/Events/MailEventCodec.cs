using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Mail events to and from records of the log.</summary>
internal static class MailEventCodec
{
    /// <summary>Null for kinds that say nothing about a message: those of other features, and of later versions.</summary>
    /// <exception cref="FormatException">A mail event whose members are missing or wrong.</exception>
    public static MailEvent? Decode(LogRecord record)
    {
        try
        {
            if (record.Kind == MailEventKinds.Sent)
            {
                return new MailEvent.Sent(SentMessageCodec.Decode(record));
            }

            return MailMarks.TryParse(record.Kind, out var mark) ? DecodeMark(mark, record) : null;
        }
        catch (Exception problem) when (problem is JsonException or TroupeException)
        {
            throw new FormatException($"The {record.Kind} record {record.Id} cannot be understood: {problem.Message}", problem);
        }
    }

    public static NewRecord Encode(MailEvent.Marked marked, PersonaId actor) => new()
    {
        Kind = marked.Mark.Kind(),
        Actor = actor.Value,
        Payload = JsonSerializer.SerializeToUtf8Bytes(
            new MarkPayload
            {
                Message = marked.Message.ToString(),
                Persona = marked.Persona.Value,
                Session = marked.Session?.ToString(),
                Tag = marked.Tag,
            },
            MailJson.Default.MarkPayload),
        DedupKey = DedupKeyOf(marked),
    };

    /// <summary>A session marks a message in one way once, however often the engine says so again after a crash.</summary>
    private static string? DedupKeyOf(MailEvent.Marked marked) => marked.Session is { } session
        ? $"@{marked.Mark.Kind()}:{marked.Persona}:{session}:{marked.Message}:{marked.Tag}"
        : null;

    private static MailEvent.Marked DecodeMark(MailMark mark, LogRecord record)
    {
        var payload = JsonSerializer.Deserialize(record.Json.Span, MailJson.Default.MarkPayload)!;
        return new MailEvent.Marked(
            mark,
            RecordId.Parse(payload.Message ?? ""),
            PersonaId.Parse(payload.Persona ?? ""),
            payload.Session is { } session ? SessionId.Parse(session) : null,
            payload.Tag);
    }
}

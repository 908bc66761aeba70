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
            return record.KindUtf8.SequenceEqual("sent"u8) ? new MailEvent.Sent(SentMessageCodec.Decode(record))
                : MailMarks.TryParse(record.Kind, out var mark) ? DecodeMark(mark, record)
                : null;
        }
        catch (Exception problem) when (problem is JsonException or TroupeException or FormatException)
        {
            throw new FormatException($"The {record.Kind} record {record.Id} cannot be understood: {problem.Message}", problem);
        }
    }

    public static NewRecord Encode(MailEvent.Marked marked, PersonaId actor)
    {
        using var payload = new PayloadWriter();
        payload.Text("message"u8, marked.Message.ToString());
        payload.Text("persona"u8, marked.Persona.Value);
        payload.Text("session"u8, marked.Session?.ToString());
        payload.Text("tag"u8, marked.Tag);
        return new NewRecord
        {
            Kind = marked.Mark.Kind(),
            Actor = actor.Value,
            Payload = payload.Finish(),
            DedupKey = DedupKeyOf(marked),
        };
    }

    /// <summary>A session marks a message in one way once, however often the engine says so again after a crash.</summary>
    private static string? DedupKeyOf(MailEvent.Marked marked) => marked.Session is { } session
        ? $"@{marked.Mark.Kind()}:{marked.Persona}:{session}:{marked.Message}:{marked.Tag}"
        : null;

    private static MailEvent.Marked DecodeMark(MailMark mark, LogRecord record)
    {
        var json = new Utf8JsonReader(record.Json.Span);
        var (message, persona, session, tag) = ((RecordId?)null, (PersonaId?)null, (SessionId?)null, (string?)null);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "message": message = PayloadReader.Record(ref json); break;
                case "persona": persona = PayloadReader.Persona(ref json); break;
                case "session": session = PayloadReader.Session(ref json); break;
                case "tag": tag = PayloadReader.Text(ref json); break;
                default: json.Skip(); break;
            }
        }

        return new MailEvent.Marked(
            mark,
            message ?? throw new JsonException("it names no message"),
            persona ?? throw new JsonException("it names no mailbox"),
            session,
            tag);
    }
}

using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Mail events to and from records of the log.</summary>
internal static class MailEventCodec
{
    public static bool IsSent(LogRecord record) => record.KindUtf8.SequenceEqual("sent"u8);

    /// <summary>Null for kinds that say nothing about a message: those of other features, and of later versions.</summary>
    /// <exception cref="FormatException">A mail event whose members are missing or wrong.</exception>
    public static MailEvent? Decode(LogRecord record)
    {
        try
        {
            return IsSent(record) ? new MailEvent.Sent(SentMessageCodec.Decode(record))
                : MailMarks.TryParse(record.KindUtf8, out var mark) ? DecodeMark(mark, record)
                : null;
        }
        catch (Exception problem) when (problem is TroupeException or FormatException)
        {
            throw new FormatException($"The {record.Kind} record {record.Id} cannot be understood: {problem.Message}", problem);
        }
    }

    public static NewRecord Encode(MailEvent.Marked marked, PersonaId actor) => new()
    {
        Kind = marked.Mark.Kind(),
        Actor = actor.Value,
        Payload = new PayloadWriter()
            .Text("message"u8, marked.Message.ToString())
            .Text("persona"u8, marked.Persona.Value)
            .Text("session"u8, marked.Session?.ToString())
            .Text("tag"u8, marked.Tag)
            .Finish(),
        DedupKey = DedupKeyOf(marked),
    };

    /// <summary>A session marks a message in one way once, however often the engine says so again after a crash.</summary>
    private static string? DedupKeyOf(MailEvent.Marked marked) => marked.Session is { } session
        ? $"@{marked.Mark.Kind()}:{marked.Persona}:{session}:{marked.Message}:{marked.Tag}"
        : null;

    private static MailEvent.Marked DecodeMark(MailMark mark, LogRecord record)
    {
        var (message, persona, session, tag) = ((RecordId?)null, (PersonaId?)null, (SessionId?)null, (string?)null);
        var members = record.Members;
        while (members.MoveNext())
        {
            switch (members.Name)
            {
                case var name when name.SequenceEqual("message"u8): message = RecordValue.Id(members.Value); break;
                case var name when name.SequenceEqual("persona"u8): persona = PayloadReader.Persona(members.Value); break;
                case var name when name.SequenceEqual("session"u8): session = PayloadReader.Session(members.Value); break;
                case var name when name.SequenceEqual("tag"u8): tag = RecordValue.Text(members.Value); break;
            }
        }

        return new MailEvent.Marked(
            mark,
            message ?? throw new FormatException("it names no message"),
            persona ?? throw new FormatException("it names no mailbox"),
            session,
            tag);
    }
}

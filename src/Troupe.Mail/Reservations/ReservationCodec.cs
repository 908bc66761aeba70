using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Reservations to and from records of the log (docs/specs/mail.md).</summary>
internal static class ReservationCodec
{
    public static NewRecord Encode(ReservationEvent happened) => happened switch
    {
        ReservationEvent.Reserved reserved => new NewRecord
        {
            Kind = MailEventKinds.Reserved,
            Actor = reserved.Persona.Value,
            Payload = Members(reserved.Persona, reserved.Patterns).Text("until"u8, UtcText.Write(reserved.Until)).Text("reason"u8, reserved.Reason).Finish(),
        },
        ReservationEvent.Released released => new NewRecord
        {
            Kind = MailEventKinds.Released,
            Actor = released.Persona.Value,
            Payload = Members(released.Persona, released.Patterns).Finish(),
        },
        _ => throw new InvalidOperationException($"An event of an unknown form: {happened.GetType()}."),
    };

    /// <summary>Null for every other kind, and for a record whose members make no sense: it reserves nothing.</summary>
    public static ReservationEvent? Decode(LogRecord record)
    {
        var isReserved = record.KindUtf8.SequenceEqual("reserved"u8);
        if (!isReserved && !record.KindUtf8.SequenceEqual("released"u8))
        {
            return null;
        }

        try
        {
            return Decode(record, isReserved);
        }
        catch (Exception nonsense) when (nonsense is FormatException or TroupeException)
        {
            return null;
        }
    }

    private static ReservationEvent? Decode(LogRecord record, bool isReserved)
    {
        var (persona, patterns, until, reason) = ((PersonaId?)null, (IReadOnlyList<PathPattern>)[], (DateTimeOffset?)null, (string?)null);
        var members = record.Members;
        while (members.MoveNext())
        {
            switch (members.Name)
            {
                case var name when name.SequenceEqual("persona"u8): persona = PayloadReader.Persona(members.Value); break;
                case var name when name.SequenceEqual("paths"u8): patterns = PayloadReader.List(members.Value, value => PathPattern.Parse(RecordValue.Text(value))); break;
                case var name when name.SequenceEqual("until"u8): until = UtcText.Parse(RecordValue.Text(members.Value)); break;
                case var name when name.SequenceEqual("reason"u8): reason = RecordValue.Text(members.Value); break;
            }
        }

        return persona is not { } who ? null
            : !isReserved ? new ReservationEvent.Released(who, patterns)
            : until is { } end && patterns.Count > 0 ? new ReservationEvent.Reserved(who, patterns, record.Timestamp, end, reason)
            : null;
    }

    private static PayloadWriter Members(PersonaId persona, IReadOnlyList<PathPattern> patterns) =>
        new PayloadWriter().Text("persona"u8, persona.Value).Texts("paths"u8, patterns.Select(pattern => pattern.Text));
}

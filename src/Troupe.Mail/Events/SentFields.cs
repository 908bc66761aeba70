using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The members of one <c>sent</c> record while it is read. Members that are not known are passed over.</summary>
internal ref struct SentFields()
{
    public PersonaId? From { get; private set; }

    public IReadOnlyList<Address> To { get; private set; } = [];

    public IReadOnlyList<Address> Cc { get; private set; } = [];

    public IReadOnlyList<PersonaId> Recipients { get; private set; } = [];

    public string Subject { get; private set; } = "";

    public RecordId? Thread { get; private set; }

    public RecordId? InReplyTo { get; private set; }

    public MessageType Type { get; private set; }

    public Priority Priority { get; private set; } = Priority.Normal;

    public bool AckRequired { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public int Hops { get; private set; }

    public IReadOnlyList<RecordId> Supersedes { get; private set; } = [];

    public SessionId? Attested { get; private set; }

    public string? BodyBlob { get; private set; }

    public long BodyBytes { get; private set; }

    /// <summary>Takes the member whose name the reader stands on.</summary>
    public void Take(ref Utf8JsonReader json)
    {
        if (!TakeEnvelope(ref json) && !TakeRest(ref json))
        {
            json.Skip();
        }
    }

    private bool TakeEnvelope(ref Utf8JsonReader json)
    {
        if (Is("from"u8, ref json))
        {
            From = PayloadReader.Persona(ref json);
        }
        else if (Is("to"u8, ref json))
        {
            To = PayloadReader.List(ref json, AddressOf);
        }
        else if (Is("cc"u8, ref json))
        {
            Cc = PayloadReader.List(ref json, AddressOf);
        }
        else if (Is("recipients"u8, ref json))
        {
            Recipients = PayloadReader.List(ref json, PayloadReader.Persona);
        }
        else if (Is("subject"u8, ref json))
        {
            Subject = PayloadReader.Text(ref json);
        }
        else if (Is("thread"u8, ref json))
        {
            Thread = PayloadReader.Record(ref json);
        }
        else if (Is("in_reply_to"u8, ref json))
        {
            InReplyTo = PayloadReader.Record(ref json);
        }
        else if (Is("hops"u8, ref json))
        {
            Hops = (int)Math.Clamp(PayloadReader.Number(ref json), 0, int.MaxValue - 1);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TakeRest(ref Utf8JsonReader json)
    {
        // A type or priority of a later version must not make the message vanish: it is read as the plain one.
        if (Is("type"u8, ref json))
        {
            Type = MessageTypes.TryParse(PayloadReader.Text(ref json), out var type) ? type : MessageType.Note;
        }
        else if (Is("priority"u8, ref json))
        {
            Priority = Priorities.TryParse(PayloadReader.Text(ref json), out var priority) ? priority : Priority.Normal;
        }
        else if (Is("ack_required"u8, ref json))
        {
            AckRequired = PayloadReader.Flag(ref json);
        }
        else if (Is("tags"u8, ref json))
        {
            Tags = PayloadReader.List(ref json, PayloadReader.Text);
        }
        else if (Is("attachments"u8, ref json))
        {
            Attachments = PayloadReader.List(ref json, AttachmentCodec.Read);
        }
        else if (Is("supersedes"u8, ref json))
        {
            Supersedes = PayloadReader.List(ref json, PayloadReader.Record);
        }
        else if (Is("attested"u8, ref json))
        {
            Attested = PayloadReader.Session(ref json);
        }
        else if (Is("body_blob"u8, ref json))
        {
            BodyBlob = PayloadReader.Text(ref json);
        }
        else if (Is("body_bytes"u8, ref json))
        {
            BodyBytes = PayloadReader.Number(ref json);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static Address AddressOf(ref Utf8JsonReader json) => Address.Parse(PayloadReader.Text(ref json));

    /// <summary>Whether the reader stands on this name; then it is moved to the value.</summary>
    private static bool Is(ReadOnlySpan<byte> name, ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(name) && json.Read();
}

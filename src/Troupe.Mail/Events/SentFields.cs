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

    /// <summary>Null unless the record says what it was imported from.</summary>
    public ImportOrigin? Origin { get; private set; }

    public void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => _ = TakeEnvelope(name, value) || TakeRest(name, value) || TakeOrigin(name, value);

    private bool TakeEnvelope(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("from"u8))
        {
            From = PayloadReader.Persona(value);
        }
        else if (name.SequenceEqual("to"u8))
        {
            To = PayloadReader.List(value, PayloadReader.Address);
        }
        else if (name.SequenceEqual("cc"u8))
        {
            Cc = PayloadReader.List(value, PayloadReader.Address);
        }
        else if (name.SequenceEqual("recipients"u8))
        {
            Recipients = PayloadReader.List(value, PayloadReader.Persona);
        }
        else if (name.SequenceEqual("subject"u8))
        {
            Subject = RecordValue.Text(value);
        }
        else if (name.SequenceEqual("thread"u8))
        {
            Thread = RecordValue.Id(value);
        }
        else if (name.SequenceEqual("in_reply_to"u8))
        {
            InReplyTo = RecordValue.Id(value);
        }
        else if (name.SequenceEqual("hops"u8))
        {
            Hops = (int)Math.Clamp(RecordValue.Number(value), 0, int.MaxValue - 1);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TakeRest(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        // A type or priority of a later version must not make the message vanish: it is read as the plain one.
        if (name.SequenceEqual("type"u8))
        {
            Type = (MessageType)Math.Max(PayloadReader.Choice(value, MessageTypes.All), (int)MessageType.Note);
        }
        else if (name.SequenceEqual("priority"u8))
        {
            var choice = PayloadReader.Choice(value, Priorities.All);
            Priority = choice < 0 ? Priority.Normal : (Priority)choice;
        }
        else if (name.SequenceEqual("ack_required"u8))
        {
            AckRequired = RecordValue.Flag(value);
        }
        else if (name.SequenceEqual("tags"u8))
        {
            Tags = PayloadReader.List(value, RecordValue.Text);
        }
        else if (name.SequenceEqual("attachments"u8))
        {
            Attachments = PayloadReader.List(value, AttachmentCodec.Read);
        }
        else if (name.SequenceEqual("supersedes"u8))
        {
            Supersedes = PayloadReader.List(value, RecordValue.Id);
        }
        else if (name.SequenceEqual("attested"u8))
        {
            Attested = PayloadReader.Session(value);
        }
        else if (name.SequenceEqual("body_blob"u8))
        {
            BodyBlob = RecordValue.Text(value);
        }
        else if (name.SequenceEqual("body_bytes"u8))
        {
            BodyBytes = RecordValue.Number(value);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The format stands before the rest of the origin: <see cref="ImportedMessageCodec"/> writes it so.</summary>
    private bool TakeOrigin(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("imported_from"u8))
        {
            Origin = new ImportOrigin(RecordValue.Text(value), SentAt: null, Sender: null, Attested: null);
        }
        else if (Origin is not { } origin)
        {
            return false;
        }
        else if (name.SequenceEqual("sent_at"u8))
        {
            Origin = origin with { SentAt = UtcText.TryParse(RecordValue.Text(value)) };
        }
        else if (name.SequenceEqual("imported_sender"u8))
        {
            Origin = origin with { Sender = RecordValue.Text(value) };
        }
        else if (name.SequenceEqual("imported_attested"u8))
        {
            Origin = origin with { Attested = RecordValue.Text(value) };
        }
        else
        {
            return false;
        }

        return true;
    }
}

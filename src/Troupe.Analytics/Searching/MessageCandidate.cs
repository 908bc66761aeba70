using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>One message that may fit, looked at member by member.</summary>
internal ref struct MessageCandidate(SearchFilter filter, TextBuffer text)
{
    private bool _concerns = filter.Query.Persona is null;
    private bool _isFrom = filter.Query.From is null;
    private MessageType _type;
    private RecordId? _thread;

    /// <summary>One bit for each term that was not found.</summary>
    public uint Open { get; private set; } = filter.Terms.All;

    /// <summary>Whether it was sent with the tag that is looked for.</summary>
    public bool HasTag { get; private set; }

    /// <summary>Where its body is, if not in the record.</summary>
    public string? BodyBlob { get; private set; }

    /// <summary>Whether all fits but, perhaps, the terms.</summary>
    public readonly bool Fits =>
        _concerns && _isFrom
        && (filter.Query.Type is not { } type || type == _type)
        && (filter.Query.Thread is not { } thread || thread == _thread);

    public void Read(in SweptRecord record)
    {
        _thread = record.Id;
        var content = record.Open();
        var members = content.Members;
        while (members.MoveNext())
        {
            _ = TakePeople(members.Name, members.Value) || TakeRest(members.Name, members.Value);
        }

        if (Open != 0)
        {
            Open = filter.Terms.WithoutDay(Open, text.Characters(record.TimestampUtf8));
        }

        if (Open != 0 && !content.IsRedacted)
        {
            Find(content.EscapedBody);
        }
    }

    private bool TakePeople(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("from"u8))
        {
            _concerns = _concerns || filter.IsPersona(value);
            _isFrom = _isFrom || filter.IsSender(value);
            Find(Inside(value));
        }
        else if (name.SequenceEqual("to"u8) || name.SequenceEqual("cc"u8))
        {
            FindInList(value);
        }
        else if (name.SequenceEqual("recipients"u8))
        {
            var personas = RecordItems.Of(value);
            while (personas.MoveNext())
            {
                _concerns = _concerns || filter.IsPersona(personas.Current);
            }

            FindInList(value);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TakeRest(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("subject"u8))
        {
            Find(Inside(value));
        }
        else if (name.SequenceEqual("tags"u8))
        {
            HasTag = HasTag || (filter.Query.Tag is { } tag && Holds(value, tag));
            FindInList(value);
        }
        else if (name.SequenceEqual("type"u8))
        {
            _type = MessageTypes.TryParse(RecordValue.Text(value), out var type) ? type : MessageType.Note;
        }
        else if (name.SequenceEqual("thread"u8))
        {
            _thread = RecordValue.Id(value);
        }
        else if (name.SequenceEqual("body_blob"u8))
        {
            BodyBlob = RecordValue.Text(value);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool Holds(ReadOnlySpan<byte> list, string tag)
    {
        var tags = RecordItems.Of(list);
        while (tags.MoveNext())
        {
            if (RecordValue.Text(tags.Current) == tag)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> value) =>
        value is [(byte)'"', .. var inside, (byte)'"'] ? inside : throw new FormatException("a text is expected");

    private void FindInList(ReadOnlySpan<byte> list)
    {
        var items = RecordItems.Of(list);
        while (Open != 0 && items.MoveNext())
        {
            Find(Inside(items.Current));
        }
    }

    private void Find(ReadOnlySpan<byte> escaped)
    {
        if (Open != 0)
        {
            Open = filter.Terms.Without(Open, escaped, text);
        }
    }
}

using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Layers, and the messages whose numbers they hold.</summary>
internal sealed class MailView(MailLayers layers, MessageShelf messages)
{
    public MailLayers Layers => layers;

    /// <summary>Seldom looked for, since who asks has mostly just been given the message.</summary>
    public uint? NumberOf(RecordId id) => messages.NumberOf(id) ?? layers.Find(id);

    public IReadOnlyList<Message> Messages(IReadOnlyList<uint> numbers) => messages.Take(layers, numbers);

    public IReadOnlyList<MailboxEntry> Entries(IEnumerable<EntryRow> rows)
    {
        IReadOnlyList<EntryRow> all = [.. rows];
        var texts = Messages([.. all.Select(row => row.Message)]);
        return [.. all.Select((row, index) => new MailboxEntry(texts[index], row.State, Newer(row)))];
    }

    /// <param name="message">The one that the row is about.</param>
    public MailboxEntry Entry(Message message, EntryRow row) => new(message, row.State, Newer(row));

    private RecordId? Newer(EntryRow row) => row.State.Has(EntryFlags.Superseded) ? layers.Message(row.SupersededBy).Id : null;
}

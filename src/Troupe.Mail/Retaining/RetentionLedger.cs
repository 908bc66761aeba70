using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The fold of a mail log that retention decides by, always from its beginning: what is dropped is gone for good, so nothing derived
/// is believed.
/// </summary>
/// <param name="now">A message from later than this says nothing about those after it: its writer's clock was wrong.</param>
internal sealed class RetentionLedger(DateTimeOffset now)
{
    private readonly Mailboxes _mailboxes = Mailboxes.ForCheckpoint(MailLayers.None, Position.Start);
    private readonly Dictionary<RecordId, KeptLetter> _letters = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    /// <summary>The messages of the log but for those that somebody redacted by their names.</summary>
    public IReadOnlyCollection<KeptLetter> Letters => _letters.Values;

    /// <summary>Messages that a record already says to be dropped; a crash may have left them whole.</summary>
    public HashSet<RecordId> Said { get; } = [];

    /// <summary>Whether there is a message that cannot be understood: which blobs it names is then unknown.</summary>
    public bool HasUnreadable { get; private set; }

    /// <summary>Where the log goes on.</summary>
    public Position Next => _mailboxes.Next;

    public void Take(LogRecord record)
    {
        _mailboxes.Evolve(record);
        if (MailEventCodec.IsSent(record))
        {
            TakeMessage(record);
            return;
        }

        Said.UnionWith(RedactedRecord.ExpiredOf(record));
        if (RedactedRecord.OneOf(record) is { } gone)
        {
            _letters.Remove(gone);
        }
    }

    /// <summary>
    /// The messages that somebody has not read or not acknowledged, wherever they lie: even what is archived or in the trash may be
    /// unread when it comes back. What a newer message replaced asks for nothing any more.
    /// </summary>
    /// <returns>For each of them, who has something to do with it still.</returns>
    public ILookup<RecordId, PersonaId> Open()
    {
        var layers = new MailLayers([_mailboxes.Growing]);
        return layers.Personas
            .SelectMany(persona => new BoxScan(layers, persona).OldestFirst().Where(IsOpen).Select(row => (layers.Message(row.Message).Id, persona)))
            .ToLookup(open => open.Id, open => open.persona);
    }

    private static bool IsOpen(EntryRow row) => !row.State.Has(EntryFlags.Superseded)
        && (!row.State.Has(EntryFlags.Read) || (row.State.Has(EntryFlags.AckRequired) && !row.State.Has(EntryFlags.Acked)));

    private void TakeMessage(LogRecord record)
    {
        try
        {
            var message = ((MailEvent.Sent)MailEventCodec.Decode(record)!).Message;
            if (message.Timestamp > _latest && message.Timestamp <= now)
            {
                _latest = message.Timestamp;
            }

            _letters.TryAdd(message.Id, new KeptLetter(
                message.Id,
                message.Position,
                message.Thread,
                message.Timestamp > _latest ? message.Timestamp : _latest,
                record.IsBodyRedacted ? 0 : record.BodyLength,
                [.. RedactionPlanning.BlobsOf(message).Distinct()]));
        }
        catch (FormatException)
        {
            HasUnreadable = true;
        }
    }
}

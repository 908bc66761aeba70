using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>The mail as the log had it at one moment.</summary>
internal sealed class StoredMail(PostOffice office, IBlobStore blobs, Mailboxes mailboxes, IReadOnlyList<LogDamage> damage)
{
    private readonly Lazy<HashSet<(PersonaId Author, RecordId Parent)>> _answers = new(() =>
        [.. mailboxes.Messages.Where(message => message.InReplyTo is not null).Select(message => (message.From, message.InReplyTo!.Value))]);

    public IReadOnlyList<Message> Messages => mailboxes.Messages;

    /// <summary>What could not be read, in words.</summary>
    public IEnumerable<string> Warnings =>
        damage.Where(one => one.LostRecords).Select(one => one.ToString()).Concat(mailboxes.Unreadable.Select(record => record.Reason));

    public Message? Find(RecordId id) => mailboxes.Find(id);

    /// <summary>What is shown to others has to be durable first.</summary>
    public ValueTask SyncAsync(CancellationToken cancellationToken) => office.SyncAsync(mailboxes, cancellationToken);

    /// <summary>The message with its text and its attachments, and what became of it in the mailboxes that are wanted.</summary>
    public async Task<Letter> LoadAsync(Message message, PersonaId? only, CancellationToken cancellationToken)
    {
        var enclosures = new List<Enclosure>();
        foreach (var attachment in message.Attachments)
        {
            enclosures.Add(await EncloseAsync(attachment, cancellationToken));
        }

        return new Letter
        {
            Id = message.Id,
            SentAt = message.Origin?.SentAt ?? message.Timestamp,
            From = message.From.Value,
            ImportedSender = message.Origin?.Sender,
            To = [.. message.To.Select(address => address.ToString())],
            Cc = [.. message.Cc.Select(address => address.ToString())],
            Recipients = [.. message.Recipients.Select(persona => persona.Value)],
            Subject = message.Subject,
            Body = await office.ReadBodyAsync(message, cancellationToken),
            Type = message.Type,
            Priority = message.Priority,
            AckRequired = message.AckRequired,
            Tags = message.Tags,
            Enclosures = enclosures,
            DedupKey = message.DedupKey,
            Thread = message.Thread,
            InReplyTo = message.InReplyTo,
            Hops = message.Hops,
            Supersedes = message.Supersedes,
            Attested = message.Attested?.ToString() ?? message.Origin?.Attested,
            Place = message.Position,
            States = [.. message.Recipients.Where(recipient => only is null || recipient == only).Select(recipient => StateOf(message, recipient))],
        };
    }

    private LetterState StateOf(Message message, PersonaId recipient)
    {
        var state = new LetterState(recipient.Value);
        return mailboxes.Of(recipient).TryFind(message.Id, out var entry)
            ? state with
            {
                IsRead = entry.IsRead,
                IsAcked = entry.IsAcked,
                IsArchived = entry.IsArchived,
                IsTrashed = entry.IsTrashed,
                IsAnswered = _answers.Value.Contains((recipient, message.Id)),
                IsSuperseded = entry.SupersededBy is not null,
                Tags = [.. entry.Tags],
                ShownIn = [.. entry.ShownIn.Select(session => session.ToString()).Order(StringComparer.Ordinal)],
            }
            : state;
    }

    private async Task<Enclosure> EncloseAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        var enclosure = new Enclosure(AttachmentName.Clean(attachment.Name), attachment.MediaType, attachment.Sha256, Content: null);
        if (!Sha256.TryParse(attachment.Sha256, out var id) || !await blobs.ExistsAsync(id, cancellationToken))
        {
            return enclosure;
        }

        using var content = new MemoryStream();
        await using (var blob = await blobs.OpenAsync(id, cancellationToken))
        {
            await blob.CopyToAsync(content, cancellationToken);
        }

        return enclosure with { Content = content.ToArray() };
    }
}

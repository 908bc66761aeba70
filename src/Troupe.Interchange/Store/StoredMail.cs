using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>The mail as the log had it at one moment.</summary>
internal sealed class StoredMail(PostOffice office, IBlobStore blobs, Mailboxes mailboxes, IReadOnlyList<LogDamage> damage)
{
    /// <summary>As many as are read from the log at once.</summary>
    private const int LettersAtOnce = 64;

    private readonly HashSet<(PersonaId Author, RecordId Parent)> _answers = [];

    public IReadOnlyList<Message> Messages { get; } = mailboxes.Messages;

    /// <summary>What could not be read, in words.</summary>
    public IEnumerable<string> Warnings =>
        damage.Where(one => one.LostRecords).Select(one => one.ToString()).Concat(mailboxes.Unreadable.Select(record => record.Reason));

    public Message? Find(RecordId id) => mailboxes.Find(id);

    /// <summary>What is shown to others has to be durable first.</summary>
    public ValueTask SyncAsync(CancellationToken cancellationToken) => office.SyncAsync(mailboxes, cancellationToken);

    /// <summary>The messages with their texts and attachments, and what became of them in the mailboxes that are wanted.</summary>
    public async IAsyncEnumerable<Letter> LoadAsync(
        IReadOnlyList<Message> messages, PersonaId? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _answers.UnionWith(Messages.Where(message => message.InReplyTo is not null).Select(message => (message.From, message.InReplyTo!.Value)));
        foreach (var some in messages.Chunk(LettersAtOnce))
        {
            var texts = await office.ReadBodiesAsync(some, cancellationToken);
            for (var index = 0; index < some.Length; index++)
            {
                yield return await LoadAsync(some[index], texts[index], only, cancellationToken);
            }
        }
    }

    private async Task<Letter> LoadAsync(Message message, string text, PersonaId? only, CancellationToken cancellationToken)
    {
        var enclosures = new List<Enclosure>();
        foreach (var attachment in message.Attachments)
        {
            // No other form knows a link that is attached: it becomes a list of one address.
            enclosures.Add(attachment.Url is { } url
                ? Enclosure.Of(attachment.Name, "text/uri-list", System.Text.Encoding.UTF8.GetBytes($"{url}\r\n"))
                : await EncloseAsync(attachment, cancellationToken));
        }

        return new Letter
        {
            Id = message.Id,
            SentAt = message.SentAt,
            From = message.From.Value,
            ImportedSender = message.Origin?.Sender,
            To = [.. message.To.Select(address => address.ToString())],
            Cc = [.. message.Cc.Select(address => address.ToString())],
            Recipients = [.. message.Recipients.Select(persona => persona.Value)],
            Subject = message.Subject,
            Body = text,
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
        return mailboxes.Of(recipient).EntryOf(message) is { } entry
            ? state with
            {
                IsRead = entry.IsRead,
                IsAcked = entry.IsAcked,
                IsArchived = entry.IsArchived,
                IsTrashed = entry.IsTrashed,
                IsAnswered = _answers.Contains((recipient, message.Id)),
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

using Troupe.Core;

namespace Troupe.Mail;

/// <summary>What had become of an imported message in one mailbox.</summary>
public sealed record ImportedState(PersonaId Mailbox)
{
    public bool IsRead { get; init; }

    public bool IsAcked { get; init; }

    public bool IsArchived { get; init; }

    public bool IsTrashed { get; init; }

    /// <summary>The mailbox's own tags; null where the source does not tell them from the message's.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The sessions that the source says were shown it.</summary>
    public IReadOnlyList<SessionId> ShownIn { get; init; } = [];

    /// <summary>The marks that make this of a message that has just arrived.</summary>
    internal IEnumerable<MailEvent.Marked> Marks(ImportedMessage message)
    {
        foreach (var session in ShownIn)
        {
            yield return new MailEvent.Marked(MailMark.Shown, message.Id, Mailbox, session);
        }

        foreach (var (holds, mark) in new[] { (IsRead, MailMark.Read), (IsAcked, MailMark.Acked), (IsArchived, MailMark.Archived), (IsTrashed, MailMark.Trashed) })
        {
            if (holds)
            {
                yield return new MailEvent.Marked(mark, message.Id, Mailbox);
            }
        }

        foreach (var tag in (Tags ?? message.Tags).Except(message.Tags))
        {
            yield return new MailEvent.Marked(MailMark.Tagged, message.Id, Mailbox, Tag: tag);
        }

        foreach (var tag in message.Tags.Except(Tags ?? message.Tags))
        {
            yield return new MailEvent.Marked(MailMark.Untagged, message.Id, Mailbox, Tag: tag);
        }
    }
}

using System.Collections.Immutable;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>One message in one mailbox: what its owner, and the sessions that showed it to him, did with it.</summary>
public sealed record MailboxEntry
{
    internal MailboxEntry(Message message, EntryState state, RecordId? supersededBy) =>
        (Message, State, SupersededBy) = (message, state, supersededBy);

    public Message Message { get; }

    public bool IsRead => State.Has(EntryFlags.Read);

    public bool IsAcked => State.Has(EntryFlags.Acked);

    public bool IsArchived => State.Has(EntryFlags.Archived);

    public bool IsTrashed => State.Has(EntryFlags.Trashed);

    public ImmutableSortedSet<string> Tags => ImmutableSortedSet.CreateRange(StringComparer.Ordinal, WordSet.Words(State.Tags));

    /// <summary>The sessions whose prompt it was part of.</summary>
    public ImmutableHashSet<SessionId> ShownIn => [.. WordSet.Words(State.ShownIn).Select(SessionId.Parse)];

    /// <summary>The newer message that replaced it.</summary>
    public RecordId? SupersededBy { get; }

    /// <summary>Whether it lies in the inbox, read or not: neither filed away nor overtaken.</summary>
    public bool IsInInbox => State.IsInInbox;

    /// <summary>Whether its owner still has to look at it.</summary>
    public bool IsUnread => State.IsUnread;

    internal EntryState State { get; init; }
}

using System.Collections.Immutable;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>One message in one mailbox: what its owner, and the sessions that showed it to him, did with it.</summary>
public sealed record MailboxEntry(Message Message)
{
    public bool IsRead { get; init; }

    public bool IsAcked { get; init; }

    public bool IsArchived { get; init; }

    public bool IsTrashed { get; init; }

    public ImmutableSortedSet<string> Tags { get; init; } = Message.Tags.Count == 0 ? [] : [.. Message.Tags];

    /// <summary>The sessions whose prompt it was part of.</summary>
    public ImmutableHashSet<SessionId> ShownIn { get; init; } = [];

    /// <summary>The newer message that replaced it.</summary>
    public RecordId? SupersededBy { get; init; }

    /// <summary>Whether it lies in the inbox, read or not: neither filed away nor overtaken.</summary>
    public bool IsInInbox => !IsArchived && !IsTrashed && SupersededBy is null;

    /// <summary>Whether its owner still has to look at it.</summary>
    public bool IsUnread => !IsRead && IsInInbox;
}

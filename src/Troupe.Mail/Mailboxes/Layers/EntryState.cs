namespace Troupe.Mail;

/// <summary>What a mailbox's owner, and the sessions that showed it to him, did with a message.</summary>
/// <param name="Flags">What is so.</param>
/// <param name="Tags">The mailbox's own tags, a <see cref="WordSet"/>.</param>
/// <param name="ShownIn">The sessions whose prompt it was part of, a <see cref="WordSet"/>.</param>
internal readonly record struct EntryState(EntryFlags Flags, string Tags, string ShownIn)
{
    public bool IsInInbox => (Flags & (EntryFlags.Archived | EntryFlags.Trashed | EntryFlags.Superseded)) == EntryFlags.None;

    public bool IsUnread => IsInInbox && !Has(EntryFlags.Read);

    /// <summary>Where it lies and whether it was read, for counts and summaries.</summary>
    public Lying Lying =>
        IsUnread ? Lying.Inbox | Lying.Unread
        : IsInInbox ? Lying.Inbox
        : Has(EntryFlags.Trashed) ? Lying.Trash
        : Has(EntryFlags.Archived) ? Lying.Archive
        : Lying.Nowhere;

    public bool Has(EntryFlags flag) => (Flags & flag) != EntryFlags.None;

    public EntryState With(EntryFlags flag) => this with { Flags = Flags | flag };

    public EntryState Without(EntryFlags flag) => this with { Flags = Flags & ~flag };
}

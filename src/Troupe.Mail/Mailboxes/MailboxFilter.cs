using Troupe.Core;

namespace Troupe.Mail;

/// <summary>Which messages of a mailbox a list shows: those in the inbox, the archive or the trash, and of them all or some.</summary>
public sealed record MailboxFilter
{
    public bool OnlyUnread { get; init; }

    public string? Tag { get; init; }

    public PersonaId? From { get; init; }

    public bool Archived { get; init; }

    public bool Trashed { get; init; }

    /// <summary>The list that all it shows are in; more can be in it.</summary>
    internal Lying Wanted =>
        Trashed ? Lying.Trash
        : Archived ? Lying.Archive
        : OnlyUnread ? Lying.Unread
        : Lying.Inbox;

    internal bool Shows(EntryRow entry) =>
        (entry.State.Lying & Wanted) != Lying.Nowhere
        && (!OnlyUnread || !entry.State.Has(EntryFlags.Read))
        && (Tag is null || WordSet.Contains(entry.State.Tags, Tag))
        && (From is null || entry.From == From);

    /// <summary>How many it shows, where that is known without looking at each.</summary>
    internal int? CountOf(BoxCounts counts) => (Tag, From, OnlyUnread, Wanted) switch
    {
        (null, null, _, Lying.Unread) => counts.Unread,
        (null, null, false, Lying.Inbox) => counts.Inbox,
        (null, null, false, Lying.Archive) => counts.Archive,
        (null, null, false, Lying.Trash) => counts.Trash,
        _ => null,
    };
}

namespace Troupe.Mail;

/// <summary>What a mark makes of an entry. Pure; the same mark twice is the same as once.</summary>
public static class MailboxChange
{
    public static MailboxEntry Apply(MailboxEntry entry, MailEvent.Marked marked) => entry with { State = Apply(entry.State, marked) };

    /// <summary>Whether recording the mark would change anything.</summary>
    public static bool Matters(MailboxEntry entry, MailEvent.Marked marked) => Apply(entry.State, marked) != entry.State;

    internal static EntryState Apply(EntryState entry, MailEvent.Marked marked) => marked.Mark switch
    {
        MailMark.Delivered => entry,
        MailMark.Shown when marked.Session is { } session => entry with { ShownIn = WordSet.Add(entry.ShownIn, session.ToString()) },
        MailMark.Read => entry.With(EntryFlags.Read),
        MailMark.Unread => entry.Without(EntryFlags.Read),
        MailMark.Acked => entry.With(EntryFlags.Acked),
        MailMark.Tagged when marked.Tag is { } tag => entry with { Tags = WordSet.Add(entry.Tags, tag) },
        MailMark.Untagged when marked.Tag is { } tag => entry with { Tags = WordSet.Remove(entry.Tags, tag) },
        MailMark.Archived => entry.With(EntryFlags.Archived),
        MailMark.Unarchived => entry.Without(EntryFlags.Archived),
        MailMark.Trashed => entry.With(EntryFlags.Trashed),
        MailMark.Restored => entry.Without(EntryFlags.Trashed),
        _ => entry,
    };
}

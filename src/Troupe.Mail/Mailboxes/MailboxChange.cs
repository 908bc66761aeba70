namespace Troupe.Mail;

/// <summary>What a mark makes of an entry. Pure; the same mark twice is the same as once.</summary>
public static class MailboxChange
{
    public static MailboxEntry Apply(MailboxEntry entry, MailEvent.Marked marked) => marked.Mark switch
    {
        MailMark.Delivered => entry,
        MailMark.Shown when marked.Session is { } session => entry with { ShownIn = entry.ShownIn.Add(session) },
        MailMark.Read => entry with { IsRead = true },
        MailMark.Unread => entry with { IsRead = false },
        MailMark.Acked => entry with { IsAcked = true },
        MailMark.Tagged when marked.Tag is { } tag => entry with { Tags = entry.Tags.Add(tag) },
        MailMark.Untagged when marked.Tag is { } tag => entry with { Tags = entry.Tags.Remove(tag) },
        MailMark.Archived => entry with { IsArchived = true },
        MailMark.Unarchived => entry with { IsArchived = false },
        MailMark.Trashed => entry with { IsTrashed = true },
        MailMark.Restored => entry with { IsTrashed = false },
        _ => entry,
    };

    /// <summary>Whether recording the mark would change anything.</summary>
    public static bool Matters(MailboxEntry entry, MailEvent.Marked marked) => !ReferenceEquals(Apply(entry, marked), entry)
        && !SameState(Apply(entry, marked), entry);

    private static bool SameState(MailboxEntry one, MailboxEntry other) =>
        one.IsRead == other.IsRead && one.IsAcked == other.IsAcked && one.IsArchived == other.IsArchived
        && one.IsTrashed == other.IsTrashed && one.Tags.SetEquals(other.Tags) && one.ShownIn.SetEquals(other.ShownIn);
}

using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>Which messages of a mailbox a list shows.</summary>
internal sealed record InboxFilter
{
    public bool OnlyUnread { get; init; }

    public string? Tag { get; init; }

    public PersonaId? From { get; init; }

    public bool Archived { get; init; }

    public bool Trashed { get; init; }

    /// <summary>What newer messages replaced, instead of what lies in the inbox.</summary>
    public bool Superseded { get; init; }

    /// <summary>Only what should have been acknowledged by now, wherever it lies; null: everything.</summary>
    public AckDue? Overdue { get; init; }

    public int Limit { get; init; } = int.MaxValue;

    public IReadOnlyList<MailboxEntry> Apply(Mailbox mailbox)
    {
        var shown = mailbox.Entries.Where(Shows).ToList();
        return shown.Count <= Limit ? shown : shown[^Limit..];
    }

    private bool Shows(MailboxEntry entry) =>
        (Overdue is { } due ? due.IsOverdue(entry) : LiesThere(entry))
        && (!OnlyUnread || !entry.IsRead)
        && (Tag is null || entry.Tags.Contains(Tag))
        && (From is null || entry.Message.From == From);

    private bool LiesThere(MailboxEntry entry) =>
        Trashed ? entry.IsTrashed
        : Archived ? entry is { IsArchived: true, IsTrashed: false }
        : Superseded ? entry.SupersededBy is not null
        : entry.IsInInbox;
}

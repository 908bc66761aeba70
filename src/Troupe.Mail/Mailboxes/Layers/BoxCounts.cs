namespace Troupe.Mail;

/// <summary>How many messages a mailbox has, and how many of them are in which list.</summary>
internal readonly record struct BoxCounts(int All, int Inbox, int Unread, int Archive, int Trash)
{
    public BoxCounts With(EntryState entered) => Changed(entered, 1) with { All = All + 1 };

    public BoxCounts With(EntryState before, EntryState after) => Changed(before, -1).Changed(after, 1);

    private BoxCounts Changed(EntryState state, int by)
    {
        var lying = state.Lying;
        return this with
        {
            Inbox = Inbox + (lying.HasFlag(Lying.Inbox) ? by : 0),
            Unread = Unread + (lying.HasFlag(Lying.Unread) ? by : 0),
            Archive = Archive + (lying.HasFlag(Lying.Archive) ? by : 0),
            Trash = Trash + (lying.HasFlag(Lying.Trash) ? by : 0),
        };
    }
}

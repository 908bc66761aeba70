namespace Troupe.Mail;

/// <summary>The newest messages of a list.</summary>
/// <param name="Entries">In the order of the log.</param>
/// <param name="Older">How many more there are.</param>
public sealed record MailboxList(IReadOnlyList<MailboxEntry> Entries, int Older);

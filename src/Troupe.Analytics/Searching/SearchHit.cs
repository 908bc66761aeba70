using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>A message that fits a search.</summary>
/// <param name="Message">As it was sent.</param>
/// <param name="Entry">What became of it in the mailbox of whoever searches; null: it is not in there, or everybody's mail is searched.</param>
/// <param name="ShortId">The shortest end of its id that fits no other message.</param>
/// <param name="Snippet">The text around the first hit, or the beginning of the body where the hit is elsewhere; null: there is no body to show.</param>
/// <param name="IsRedacted">The body was made unreadable.</param>
public sealed record SearchHit(Message Message, MailboxEntry? Entry, string ShortId, string? Snippet, bool IsRedacted);

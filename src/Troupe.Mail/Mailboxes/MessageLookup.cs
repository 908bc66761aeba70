using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Finds the message that somebody means by a full id or by the end of one, as lists show it. What is not in the mailbox does
/// not exist for its owner; where a short id fits several messages, all of them are named.
/// </summary>
public static class MessageLookup
{
    private const int MostCandidates = 10;

    /// <summary>A message that the persona received.</summary>
    public static MailboxEntry RequireReceived(PersonaId persona, Mailboxes mailboxes, string reference)
    {
        var box = mailboxes.Of(persona);
        var received = Ending(mailboxes, reference).Select(message => box.TryFind(message.Id, out var entry) ? entry : null).OfType<MailboxEntry>().ToList();
        return received is [var only] ? only : throw NotOne(persona, mailboxes, reference, [.. received.Select(entry => entry.Message)]);
    }

    /// <summary>A message that the persona received or sent.</summary>
    public static Message RequireSeenBy(PersonaId persona, Mailboxes mailboxes, string reference)
    {
        var seen = Ending(mailboxes, reference).Where(message => Concerns(message, persona)).ToList();
        return seen is [var only] ? only : throw NotOne(persona, mailboxes, reference, seen);
    }

    public static bool Concerns(Message message, PersonaId persona) =>
        message.From == persona || message.Recipients.Contains(persona);

    private static IReadOnlyList<Message> Ending(Mailboxes mailboxes, string reference)
    {
        RequireForm(reference);
        return mailboxes.Ending(Digits(reference));
    }

    private static TroupeException NotOne(PersonaId persona, Mailboxes mailboxes, string reference, List<Message> found) =>
        found.Count == 0 ? Missing(persona, mailboxes, reference) : Ambiguous(reference, found);

    /// <summary>Hyphens do not count, so that a short id may reach over them.</summary>
    private static void RequireForm(string reference)
    {
        var digits = Digits(reference);
        if (digits.Length < RecordId.ShortestSuffix || !digits.All(char.IsAsciiHexDigit))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(reference)}' is no message id: write an id, or at least its last {RecordId.ShortestSuffix} characters, as 'inbox' shows it.");
        }
    }

    private static string Digits(string reference) => reference.Replace("-", "", StringComparison.Ordinal);

    private static TroupeException Missing(PersonaId persona, Mailboxes mailboxes, string reference)
    {
        var hint = Ending(mailboxes, reference) is [var elsewhere, ..]
            ? $"It went to {string.Join(", ", elsewhere.Recipients)}: name the mailbox with --persona."
            : "'inbox' lists what there is.";
        return new TroupeException(
            ErrorCode.NotFound, $"There is no message '{Printable.Escape(reference)}' in {persona}'s mailbox. {hint}");
    }

    private static TroupeException Ambiguous(string reference, List<Message> found)
    {
        var lines = found.Take(MostCandidates)
            .Select(message => $"\n  {message.Id}  {message.From}  {Printable.Escape(message.Subject)}");
        var more = found.Count > MostCandidates ? $"\n  … and {found.Count - MostCandidates} more" : "";
        return new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(reference)}' fits {found.Count} messages, write more of the id:{string.Concat(lines)}{more}");
    }
}

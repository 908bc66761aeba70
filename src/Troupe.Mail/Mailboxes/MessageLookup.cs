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
        var message = Require(persona, box.Entries.Select(entry => entry.Message), mailboxes, reference);
        return box.TryFind(message.Id, out var entry) ? entry : throw new InvalidOperationException($"Message {message.Id} left its mailbox.");
    }

    /// <summary>A message that the persona received or sent.</summary>
    public static Message RequireSeenBy(PersonaId persona, Mailboxes mailboxes, string reference) =>
        Require(persona, mailboxes.Messages.Where(message => Concerns(message, persona)), mailboxes, reference);

    /// <summary>A message that the persona sent: only those can be replaced by newer ones.</summary>
    public static Message RequireSentBy(PersonaId persona, Mailboxes mailboxes, string reference) =>
        Require(persona, mailboxes.Messages.Where(message => message.From == persona), mailboxes, reference);

    public static bool Concerns(Message message, PersonaId persona) =>
        message.From == persona || message.Recipients.Contains(persona);

    private static Message Require(PersonaId persona, IEnumerable<Message> among, Mailboxes mailboxes, string reference)
    {
        RequireForm(reference);
        var found = among.Where(message => message.Id.Matches(reference)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw Missing(persona, mailboxes, reference),
            _ => throw Ambiguous(reference, found),
        };
    }

    /// <summary>Hyphens do not count, so that a short id may reach over them.</summary>
    private static void RequireForm(string reference)
    {
        var digits = reference.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length < RecordId.ShortestSuffix || !digits.All(char.IsAsciiHexDigit))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(reference)}' is no message id: write an id, or at least its last {RecordId.ShortestSuffix} characters, as 'inbox' shows it.");
        }
    }

    private static TroupeException Missing(PersonaId persona, Mailboxes mailboxes, string reference)
    {
        var elsewhere = mailboxes.Messages.FirstOrDefault(message => message.Id.Matches(reference));
        var near = elsewhere is null ? NearestId.Of(reference, mailboxes.Messages.Where(message => Concerns(message, persona))) : null;
        var hint = near is not null ? $"Did you mean {near.Id.Suffix(reference.Length)} ({near.From}: {Printable.Escape(near.Subject)})?"
            : elsewhere is null ? "'inbox' lists what there is."
            : $"It went to {string.Join(", ", elsewhere.Recipients)}: name the mailbox with --persona.";
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

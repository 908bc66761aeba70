using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Finds the message that somebody means by a full id or by the end of one, as lists show it. What is not in the mailbox does
/// not exist for its owner; where a short id fits several messages, all of them are named.
/// </summary>
public static class MessageLookup
{
    public const int ShortestReference = 6;
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

    public static bool Concerns(Message message, PersonaId persona) =>
        message.From == persona || message.Recipients.Contains(persona);

    private static Message Require(PersonaId persona, IEnumerable<Message> among, Mailboxes mailboxes, string reference)
    {
        var wanted = Normalise(reference);
        var found = among.Where(message => Normalise(message.Id.ToString()).EndsWith(wanted, StringComparison.Ordinal)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw Missing(persona, mailboxes, reference, wanted),
            _ => throw Ambiguous(reference, found),
        };
    }

    /// <summary>Ids are compared without their dashes, so that a short one may reach over them.</summary>
    private static string Normalise(string reference)
    {
        var hex = reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return hex.Length >= ShortestReference && hex.All(char.IsAsciiHexDigitLower)
            ? hex
            : throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(reference)}' is no message id: write an id, or at least its last {ShortestReference} characters, as 'inbox' shows it.");
    }

    private static TroupeException Missing(PersonaId persona, Mailboxes mailboxes, string reference, string wanted)
    {
        var elsewhere = mailboxes.Messages.FirstOrDefault(
            message => Normalise(message.Id.ToString()).EndsWith(wanted, StringComparison.Ordinal));
        var hint = elsewhere is null
            ? "'inbox' lists what there is."
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

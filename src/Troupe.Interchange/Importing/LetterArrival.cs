using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// A letter as a message of this team: its people become personas, its states marks. What it says about attestation is kept as a
/// claim of its source.
/// </summary>
internal sealed class LetterArrival(PersonMapping people, AddressBook addresses, InterchangeFormat format, PersonaId? to)
{
    /// <returns>Null when somebody in it is unknown; the mapping knows who.</returns>
    /// <exception cref="FormatException">The letter cannot be a message here.</exception>
    public ImportedMessage? Of(Letter letter)
    {
        var sender = people.Person(Named(letter.From, "it has no sender"));
        var written = Written(letter.To, letter);
        var copied = Written(letter.Cc, letter);
        var recipients = Recipients(letter, sender, [.. written, .. copied]);
        if (sender is not { } from || written.Contains(null) || copied.Contains(null) || recipients is null)
        {
            return null;
        }

        var message = new ImportedMessage
        {
            Id = letter.Id,
            From = from,
            To = written.Count > 0 ? [.. written.OfType<Address>()] : [.. recipients.Select(Address.Of)],
            Cc = [.. copied.OfType<Address>()],
            Recipients = recipients,
            Subject = LetterRules.Subject(letter.Subject),
            Body = letter.Body,
            Type = letter.Type,
            Priority = letter.Priority,
            AckRequired = letter.AckRequired,
            Tags = letter.Tags,
            Attachments = [.. letter.Enclosures.Select(one => new Attachment(one.Name, one.Sha256, one.Content!.Value.Length, one.MediaType))],
            DedupKey = recipients.Count == 1 ? letter.DedupKey : null,
            Thread = letter.Thread,
            InReplyTo = letter.InReplyTo,
            Hops = letter.Hops,
            Supersedes = letter.Supersedes,
            Origin = new ImportOrigin(format.Name(), letter.SentAt, letter.From == from.Value ? letter.ImportedSender : letter.From, Session(letter.Attested)),
            States = [.. letter.States.SelectMany(state => Arrived(state, recipients))],
        };
        LetterRules.Require(message, letter);
        return message;
    }

    private List<Address?> Written(IReadOnlyList<string> names, Letter letter) => to is { } only
        ? (ReferenceEquals(names, letter.To) ? [Address.Of(only)] : [])
        : [.. names.Select(name => people.Address(name, groupsAreKnown: letter.Recipients is not null))];

    private List<PersonaId>? Recipients(Letter letter, PersonaId? sender, IReadOnlyList<Address?> written)
    {
        if (to is { } only)
        {
            return [only];
        }

        if (letter.Recipients is { } named)
        {
            var found = named.Select(people.Person).ToList();
            return found.Contains(null) ? null : [.. found.OfType<PersonaId>().Distinct()];
        }

        // Somebody has it in his mailbox, though it is addressed to a list, or to nobody.
        var holders = letter.States.Select(state => state.Mailbox is { } mailbox ? people.TryPerson(mailbox) : null).OfType<PersonaId>();
        if (written.Contains(null) || sender is not { } author)
        {
            return null;
        }

        var reached = written.Count == 0 ? [] : addresses.Resolve(written.OfType<Address>(), author);
        List<PersonaId> recipients = [.. reached.Concat(holders).Distinct()];
        return recipients.Count > 0 ? recipients : throw new FormatException("it names no recipient: say --to PERSONA");
    }

    private IEnumerable<ImportedState> Arrived(LetterState state, List<PersonaId> recipients)
    {
        var owner = state.Mailbox is { } mailbox ? people.TryPerson(mailbox) : null;
        var mailboxes = to is not null || owner is null ? recipients : recipients.Where(recipient => recipient == owner);
        return mailboxes.Select(recipient => new ImportedState(recipient)
        {
            IsRead = state.IsRead,
            IsAcked = state.IsAcked,
            IsArchived = state.IsArchived,
            IsTrashed = state.IsTrashed,
            Tags = state.Tags,
            ShownIn = [.. state.ShownIn.Select(session => SessionId.TryParse(session, out var id) ? id : throw new FormatException($"'{session}' is no session"))],
        });
    }

    private static string? Session(string? text) => SessionId.TryParse(text, out var session) ? session.ToString() : null;

    private static string Named(string name, string flaw) => name.Length > 0 ? name : throw new FormatException(flaw);
}

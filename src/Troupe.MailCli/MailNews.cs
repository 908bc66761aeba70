using System.CommandLine;
using System.Security.Cryptography;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>What a persona should know: its unread mail, and what others have reserved.</summary>
internal sealed record MailNews(PersonaId Persona, Mailboxes Mailboxes, IReadOnlyList<MailboxEntry> Unread, IReadOnlyList<Reservation> Held)
{
    private const int NonceLength = 8;

    public bool IsEmpty => Unread.Count == 0 && Held.Count == 0;

    public static async Task<MailNews> ReadAsync(MailDesk desk, ParseResult arguments, CancellationToken cancellationToken)
    {
        var persona = desk.Persona(arguments);
        var mailboxes = await desk.FoldAsync(persona, cancellationToken);
        var held = await desk.Office.Reservations.HeldAsync(cancellationToken);
        return new MailNews(persona, mailboxes, [.. mailboxes.Of(persona).Unread], [.. held.Where(one => one.Persona != persona)]);
    }

    /// <summary>For a model to read.</summary>
    public string Injected() => Injection.Text(
        Persona, [.. Unread.Select(entry => entry.Message)], new ShortIds(Mailboxes).Of, Held, RandomNumberGenerator.GetHexString(2 * NonceLength, lowercase: true));
}

using Troupe.Core;
using Troupe.Mail;
using Troupe.Server.Mcp.Tools;

namespace Troupe.Server.Mcp;

/// <summary>What lies in a mailbox, narrowed as somebody asked. Looking at it marks nothing.</summary>
internal static class InboxListing
{
    private const int DefaultLimit = 50;
    private const int HighestLimit = 1000;

    public static Task<InboxAnswer> OfAsync(MailDoor door, PersonaId persona, InboxArguments asked, CancellationToken cancellationToken)
    {
        var sender = asked.From is { } from ? door.Office.Addresses.Require(Address.Parse(from).Name) : (PersonaId?)null;
        var limit = Math.Clamp(asked.Limit ?? DefaultLimit, 1, HighestLimit);
        return door.Mailboxes.UseAsync(
            mailboxes =>
            {
                var matching = mailboxes.Of(persona).Entries
                    .Where(entry => entry.IsInInbox && (asked.OnlyUnread is not true || !entry.IsRead) && (sender is null || entry.Message.From == sender))
                    .ToList();
                var shown = matching.TakeLast(limit).Select(entry => MailView.Of(entry)).ToList();
                return Task.FromResult(new InboxAnswer(persona.Value, shown, matching.Count - shown.Count, door.DamagedPlaces));
            },
            cancellationToken);
    }
}

using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics.Tests;

/// <summary>A search as anybody would write it first: fold everything, look at each message.</summary>
internal static class PlainLook
{
    public static async Task<IReadOnlyList<RecordId>> FindAsync(PostOffice office, Mailboxes mailboxes, SearchQuery query)
    {
        List<RecordId> found = [];
        foreach (var message in mailboxes.Messages.Reverse())
        {
            var body = await office.ReadBodyAsync(message, MailRoom.Stop);
            if (Fits(mailboxes, message, body, query))
            {
                found.Add(message.Id);
            }
        }

        return found;
    }

    private static bool Fits(Mailboxes mailboxes, Message message, string body, SearchQuery query)
    {
        var entries = message.Recipients.Where(recipient => query.Persona is null || recipient == query.Persona)
            .Select(recipient => mailboxes.Of(recipient).Entries.Single(entry => entry.Message.Id == message.Id)).ToList();
        string[] texts =
        [
            message.Subject, body.All(c => c == '*') ? "" : body, message.From.Value, .. message.To.Select(to => to.ToString()),
            .. message.Recipients.Select(recipient => recipient.Value), .. message.Tags,
        ];
        return (query.Persona is not { } persona || MessageLookup.Concerns(message, persona))
            && (query.From is null || query.From == message.From)
            && query.Terms.All(term => texts.Any(text => text.Contains(term, StringComparison.OrdinalIgnoreCase)))
            && (query.Tag is null || (entries.Count == 0 || query.Persona is null ? message.Tags.Contains(query.Tag) : false) || entries.Any(entry => entry.Tags.Contains(query.Tag)))
            && (entries.Count > 0 && entries.All(entry => entry.IsTrashed)) == query.Trashed;
    }
}

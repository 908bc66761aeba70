using System.Globalization;
using Troupe.Core;

namespace Troupe.Mail.Tests;

/// <summary>Everything that mailboxes can be asked, as text.</summary>
internal static class MailText
{
    private static readonly PersonaId[] Personas = [MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel, PersonaId.Lead];

    private static readonly MailboxFilter[] Filters =
    [
        new(), new() { OnlyUnread = true }, new() { Archived = true }, new() { Trashed = true }, new() { Tag = "a" },
        new() { From = MailRoom.Bolt, OnlyUnread = true },
    ];

    public static string Of(Mailboxes mailboxes) => string.Join('\n', Personas.SelectMany(persona => Lines(persona, mailboxes))
        .Concat(mailboxes.Unreadable.Select(record => $"unreadable {record.Position} {record.Id}"))
        .Concat(mailboxes.UnreadOfAll().OrderBy(pair => pair.Key).Select(pair => $"unread {pair.Key} {pair.Value.Count}"))
        .Append(mailboxes.Next.ToString()));

    private static IEnumerable<string> Lines(PersonaId persona, Mailboxes mailboxes)
    {
        var (box, ids) = (mailboxes.Of(persona), new ShortIds(mailboxes));
        foreach (var entry in box.Entries)
        {
            yield return $"{persona} {ids.Of(entry.Message)} {entry.Message.Position} {entry.Message.Subject} read={entry.IsRead} acked={entry.IsAcked}"
                + $" archived={entry.IsArchived} trashed={entry.IsTrashed} tags={string.Join(',', entry.Tags)} by={entry.SupersededBy}"
                + $" shown={string.Join(',', entry.ShownIn.Select(session => session.ToString()).Order(StringComparer.Ordinal))}";
            yield return Found(box.TryFind(entry.Message.Id, out var found) ? found : null, entry)
                + " thread " + string.Join(',', mailboxes.Thread(entry.Message.Thread).Select(message => message.Id.Suffix(8)));
        }

        foreach (var (filter, limit) in Filters.SelectMany(filter => new[] { (filter, 2), (filter, int.MaxValue) }))
        {
            var list = box.Newest(filter, limit);
            yield return string.Create(CultureInfo.InvariantCulture, $"{persona} {filter} {limit} {list.Older}: {string.Join(',', list.Entries.Select(entry => entry.Message.Id.Suffix(8)))}");
        }

        var (sent, older) = mailboxes.SentBy(persona, 3);
        yield return string.Create(CultureInfo.InvariantCulture, $"{persona} sent {older}: {string.Join(',', sent.Select(message => message.Id.Suffix(8)))}");
        yield return $"{persona} keyed {string.Join(',', box.StandingKeyed(MailRoom.Bolt).Select(entry => entry.Message.Id.Suffix(8)))}";
    }

    private static string Found(MailboxEntry? found, MailboxEntry listed) =>
        found?.Message.Id == listed.Message.Id && found.State == listed.State && found.SupersededBy == listed.SupersededBy ? "found" : $"found {found} for {listed}";
}

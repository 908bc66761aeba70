using CsCheck;
using Troupe.Mail;

namespace Troupe.Analytics.Tests;

/// <summary>After any marks, the view of the mailboxes is what the room of mail folds.</summary>
public sealed class QueryPropertyTests
{
    private static readonly Gen<(int Message, MailMark Mark, int Owner)> Mark =
        Gen.Select(Gen.Int[0, 5], Gen.Int[2, Enum.GetValues<MailMark>().Length - 1].Select(mark => (MailMark)mark), Gen.Int[0, 2]);

    [Fact]
    public async Task Mailboxes_RandomMarks_AreTheFold() => await Mark.Array[0, 30].SampleAsync(
        async marks =>
        {
            using var room = new MailRoom();
            var ids = new List<EventLog.RecordId>();
            for (var i = 0; i < 6; i++)
            {
                ids.Add(await room.SendAsync(MailRoom.Draft($"subject {i}", "body") with
                {
                    To = [.. MailRoom.Personas.Skip(i % 3).Select(Address.Of)], Tags = i % 2 == 0 ? ["perf"] : [], Supersedes = i == 5 ? [ids[2]] : [],
                }));
            }

            foreach (var (message, mark, owner) in marks)
            {
                await room.MarkAsync(mark, MailRoom.Personas[owner], ids[message], mark is MailMark.Tagged or MailMark.Untagged ? "todo" : null);
            }

            var rows = await room.AskAsync(
                "SELECT persona, message, is_unread, in_inbox, is_read, acked, archived, trashed, tags, superseded_by FROM mailboxes ORDER BY persona, message");

            rows.Select(row => string.Join(' ', row)).ShouldBe(Expected(await room.Office.FoldAsync(MailRoom.Stop)));
        },
        iter: 8);

    private static IEnumerable<string> Expected(Mailboxes mailboxes) => MailRoom.Personas
        .SelectMany(persona => mailboxes.Of(persona).Entries.Select(entry => (persona, entry)))
        .OrderBy(row => row.persona.Value, StringComparer.Ordinal).ThenBy(row => row.entry.Message.Id.ToString(), StringComparer.Ordinal)
        .Select(row => string.Join(
            ' ',
            $"\"{row.persona}\"", $"\"{row.entry.Message.Id}\"", Json(row.entry.IsUnread), Json(row.entry.IsInInbox), Json(row.entry.IsRead), Json(row.entry.IsAcked),
            Json(row.entry.IsArchived), Json(row.entry.IsTrashed), $"[{string.Join(',', row.entry.Tags.Select(tag => $"\"{tag}\""))}]",
            row.entry.SupersededBy is { } newer ? $"\"{newer}\"" : null));

    private static string Json(bool truth) => truth ? "true" : "false";
}

using CsCheck;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class RetentionPropertyTests
{
    private static readonly PersonaId[] Personas = [MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>After any history: what somebody has not read or not acknowledged is whole, and the rest of the log is sound.</summary>
    [Fact]
    public async Task Apply_AnyHistory_NeverDropsWhatIsUnreadOrNotAcknowledged()
    {
        var dropped = 0;
        await Gen.Int[0, int.MaxValue].SampleAsync(
            async seed =>
            {
                using var room = new RetentionRoom();
                var texts = await WriteAsync(room, new Random(seed));
                room.LetAYearPass();

                await room.ApplyAsync();

                var mailboxes = await room.Mail.FoldAsync();
                foreach (var message in mailboxes.Messages)
                {
                    var isWhole = await room.TextOf(message) == texts[message.Id];
                    dropped += isWhole ? 0 : 1;
                    (isWhole || !IsOpen(mailboxes, message)).ShouldBeTrue($"{message.Subject} is gone");
                }

                await room.ShouldBeSoundAsync();
                var once = room.Everything();
                await room.ApplyAsync();
                room.Everything().ShouldBe(once);
            },
            iter: 20,
            threads: 1);
        dropped.ShouldBeGreaterThan(0);
    }

    private static bool IsOpen(Mailboxes mailboxes, Message message) => Personas.Any(persona =>
        mailboxes.Of(persona).TryFind(message.Id, out var entry)
        && (entry.IsUnread || (entry.SupersededBy is null && (!entry.IsRead || (message.AckRequired && !entry.IsAcked)))));

    private static async Task<Dictionary<RecordId, string>> WriteAsync(RetentionRoom room, Random random)
    {
        Dictionary<RecordId, string> texts = [];
        List<Message> sent = [];
        for (var number = 0; number < 8; number++)
        {
            var sender = Personas[random.Next(3)];
            var text = random.Next(3) == 0 ? new string((char)('a' + random.Next(2)), 40_000) : $"text {number}";
            var message = await room.Mail.SendAsync(MailRoom.Draft(sender, [.. Personas.Where(persona => persona != sender && random.Next(2) == 0).DefaultIfEmpty(PersonaId.Lead)]) with
            {
                Subject = $"Letter {number}",
                Body = text,
                AckRequired = random.Next(4) == 0,
                ReplyTo = sent.Count > 0 && random.Next(4) == 0 ? sent[random.Next(sent.Count)] : null,
                Supersedes = [.. sent.Where(older => older.From == sender && random.Next(4) == 0).Select(older => older.Id).Take(1)],
            });
            sent.Add(message);
            texts[message.Id] = text;
            await MarkAsync(room, sent, random);
        }

        return texts;
    }

    private static async Task MarkAsync(RetentionRoom room, List<Message> sent, Random random)
    {
        MailMark[] marks = [MailMark.Read, MailMark.Read, MailMark.Read, MailMark.Acked, MailMark.Unread, MailMark.Archived, MailMark.Trashed, MailMark.Restored];
        var happened = Enumerable.Range(0, 6).Select(_ => sent[random.Next(sent.Count)]).SelectMany(message => message.Recipients
            .Where(_ => random.Next(3) > 0).Select(reader => new MailEvent.Marked(marks[random.Next(marks.Length)], message.Id, reader)));
        await room.Mail.Office.MarkAsync(MailRoom.Bolt, happened, Cancellation);
    }
}

using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>What the mail system before this one could not do (docs/specs/mail.md, "Why a log").</summary>
public sealed class PlainTableOrMaildirTests : IDisposable
{
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    /// <summary>There, 8 of 400 were acknowledged, and no inbox could be read afterwards.</summary>
    [Fact]
    public async Task SendAsync_TwoConcurrentSenders_LoseNothing()
    {
        const int each = 40;
        var cancellation = TestContext.Current.CancellationToken;
        var senders = new[] { MailRoom.Bolt, MailRoom.Sentinel }.Select(sender => Task.Run(
            async () =>
            {
                var office = _room.Open();
                for (var number = 0; number < each; number++)
                {
                    await office.Postmaster.SendAsync(MailRoom.Draft(sender, MailRoom.Curator) with { Subject = $"{sender} {number}" }, cancellation);
                }
            },
            cancellation));
        await Task.WhenAll(senders);

        var subjects = (await _room.EntriesOf(MailRoom.Curator)).Select(entry => entry.Message.Subject).ToList();

        subjects.Count.ShouldBe(2 * each);
        subjects.Where(subject => subject.StartsWith("bolt", StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(0, each).Select(number => $"bolt {number}"));
    }

    /// <summary>There, an inbox took 11 s. The work is counted, not the time: one pass, each record once, no body decoded.</summary>
    [Fact]
    public async Task FoldAsync_8700Messages_ReadsEachRecordOnce()
    {
        const int count = 8_700;
        var records = Enumerable.Range(0, count).Select(number => new NewRecord
        {
            Kind = MailEventKinds.Sent,
            Actor = "bolt",
            Payload = SentMessageCodec.Encode(
                MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = $"Message {number}" }, [MailRoom.Curator], null, null),
            Body = "A body",
        });
        await _room.Log.AppendAsync([.. records], TestContext.Current.CancellationToken);
        var log = new CountingLog(_room.Log);

        var mailboxes = await new PostOffice(log, new NoBlobs(), new AddressBook(_room.Home.PersonasFolder)).FoldAsync(TestContext.Current.CancellationToken);

        mailboxes.Of(MailRoom.Curator).Unread.Count().ShouldBe(count);
        (log.Passes, log.Records).ShouldBe((1, count));
    }
}

using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class MailRetentionTests : IDisposable
{
    private static readonly string Long = new('s', 50_000);
    private readonly RetentionRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Apply_OldAndRead_TextsAndBlobsAreGoneAndTheRestStays()
    {
        var inTheLog = await _room.SendReadAsync("old words");
        var inABlob = await _room.SendReadAsync(Long);
        _room.LetAYearPass();

        var dropped = await _room.ApplyAsync();

        (dropped.Messages, dropped.TextBytes, dropped.BlobBytes, dropped.Kept).ShouldBe((2, 9L, 50_000L, 0));
        (await _room.TextOf(inTheLog), await _room.TextOf(inABlob)).ShouldBe((MailRedaction.Notice, MailRedaction.Notice));
        _room.BlobFiles().ShouldBeEmpty();
        _room.Everything().ShouldNotContain("old words");
        (await _room.Mail.EntriesOf(MailRoom.Curator)).Select(entry => (entry.Message.Subject, entry.IsRead)).ShouldBe([("Subject", true), ("Subject", true)]);
        await _room.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Apply_RecordSaysWhoAndWhyAndUntilWhen()
    {
        var message = await _room.SendReadAsync();
        _room.LetAYearPass();

        await _room.ApplyAsync();

        var last = (await File.ReadAllLinesAsync(_room.Mail.LogFile, Cancellation))[^1];
        last.ShouldContain($"\"kind\":\"redacted\",\"actor\":\"lead\",\"messages\":[\"{message.Id}\"],\"reason\":\"retention\",\"before\":\"2026-07-15T09:06:00.000Z\"");
    }

    [Fact]
    public async Task Plan_ChangesNothing()
    {
        await _room.SendReadAsync();
        await _room.SendReadAsync(Long);
        _room.LetAYearPass();
        var before = _room.Everything();

        (await _room.PlanAsync()).Messages.ShouldBe(2);

        _room.Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Apply_Again_ChangesNothing()
    {
        await _room.SendReadAsync();
        await _room.SendReadAsync(Long);
        _room.LetAYearPass();
        await _room.ApplyAsync();
        var once = _room.Everything();

        var again = await _room.ApplyAsync();

        (again.Messages, again.TextBytes, again.Blobs.Count).ShouldBe((0, 0L, 0));
        _room.Everything().ShouldBe(once);
    }

    [Fact]
    public async Task Apply_UnreadBySomebody_IsKeptWhereverItLies()
    {
        var lying = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel));
        await _room.Mail.MarkAsync(MailMark.Read, MailRoom.Curator, lying.Id);
        var archived = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        await _room.Mail.MarkAsync(MailMark.Archived, MailRoom.Curator, archived.Id);
        var trashed = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        await _room.Mail.MarkAsync(MailMark.Trashed, MailRoom.Curator, trashed.Id);
        var again = await _room.SendReadAsync();
        await _room.Mail.MarkAsync(MailMark.Unread, MailRoom.Curator, again.Id);
        _room.LetAYearPass();

        var dropped = await _room.ApplyAsync();

        (dropped.Messages, dropped.Kept).ShouldBe((0, 4));
        foreach (var message in new[] { lying, archived, trashed, again })
        {
            (await _room.TextOf(message)).ShouldBe("Body");
        }
    }

    [Fact]
    public async Task Apply_NotAcknowledged_IsKeptUntilItIs()
    {
        var asked = await _room.SendReadAsync(more: draft => draft with { AckRequired = true });
        _room.LetAYearPass();

        (await _room.ApplyAsync()).Messages.ShouldBe(0);
        await _room.Mail.MarkAsync(MailMark.Acked, MailRoom.Curator, asked.Id);
        (await _room.ApplyAsync()).Messages.ShouldBe(1);
    }

    [Fact]
    public async Task Apply_UnreadButReplaced_IsDropped()
    {
        var older = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        await _room.SendReadAsync(more: draft => draft with { Supersedes = [older.Id] });
        _room.LetAYearPass();

        (await _room.ApplyAsync()).Messages.ShouldBe(2);

        (await _room.TextOf(older)).ShouldBe(MailRedaction.Notice);
    }

    [Fact]
    public async Task Apply_ConversationGoesOn_IsKeptWhole()
    {
        var first = await _room.SendReadAsync("first");
        var other = await _room.SendReadAsync("other");
        _room.LetAYearPass();
        await _room.SendReadAsync("answer", draft => draft with { ReplyTo = first });

        var dropped = await _room.ApplyAsync();

        (dropped.Messages, dropped.Kept).ShouldBe((1, 1));
        (await _room.TextOf(first), await _room.TextOf(other)).ShouldBe(("first", MailRedaction.Notice));
    }

    [Fact]
    public async Task Apply_BlobOfAKeptMessageToo_Stays()
    {
        await _room.SendReadAsync(Long);
        var unread = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = Long });
        _room.LetAYearPass();

        (await _room.ApplyAsync()).Messages.ShouldBe(0);
        (await _room.TextOf(unread)).ShouldBe(Long);
        await _room.Mail.MarkAsync(MailMark.Read, MailRoom.Curator, unread.Id);
        (await _room.ApplyAsync()).Messages.ShouldBe(2);

        _room.BlobFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_BlobThatSomebodyPutsJustNow_Stays()
    {
        await _room.SendReadAsync(Long);
        _room.LetAYearPass();
        await new FileBlobStore(MailRedaction.BlobFolder(_room.Mail.Home)).PutAsync(System.Text.Encoding.UTF8.GetBytes(Long), Cancellation);
        _room.Mail.Clock.Now = TimeProvider.System.GetUtcNow() is var now && now > _room.Mail.Clock.Now ? now : _room.Mail.Clock.Now;
        File.SetLastWriteTimeUtc(_room.BlobFiles().Single(), _room.Mail.Clock.Now.UtcDateTime);

        (await _room.ApplyAsync()).Blobs.ShouldBeEmpty();

        _room.BlobFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Apply_MarkedUnreadAfterItWasDecided_IsDecidedAnew()
    {
        var (wanted, other) = (await _room.SendReadAsync("wanted"), await _room.SendReadAsync("other"));
        _room.LetAYearPass();
        var calls = new DyingCalls(int.MaxValue);
        calls.BeforeLock = () =>
        {
            calls.BeforeLock = null;
            _room.Mail.MarkAsync(MailMark.Unread, MailRoom.Curator, wanted.Id).IsCompletedSuccessfully.ShouldBeTrue();
        };

        (await _room.RetentionWith(calls).ApplyAsync(PersonaId.Lead, _room.Limit, Cancellation)).Messages.ShouldBe(1);

        calls.BeforeLock.ShouldBeNull();
        (await _room.TextOf(wanted), await _room.TextOf(other)).ShouldBe(("wanted", MailRedaction.Notice));
    }

    [Fact]
    public async Task Apply_ClockWasSetBackWhenItWasSent_IsAsOldAsTheMailBeforeIt()
    {
        _room.LetAYearPass();
        await _room.SendReadAsync();
        _room.Mail.Clock.Now -= TimeSpan.FromDays(365);
        var late = await _room.SendReadAsync();
        _room.Mail.Clock.Now += TimeSpan.FromDays(366);

        (await _room.ApplyAsync()).Messages.ShouldBe(0);

        (await _room.TextOf(late)).ShouldBe("Body");
    }

    [Fact]
    public async Task Apply_OnlyADepartedPersonaHasNotReadIt_IsKeptUntilSomebodySaysSo()
    {
        var forBoth = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel) with { Body = "for both" });
        await _room.Mail.MarkAsync(MailMark.Read, MailRoom.Curator, forBoth.Id);
        var forOne = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Sentinel) with { Body = "for one" });
        var ofTheLiving = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel) with { Body = "unread" });
        Directory.Delete(Path.Combine(_room.Mail.Home.PersonasFolder, "sentinel"));
        _room.LetAYearPass();

        var kept = await _room.ApplyAsync();
        var dropped = await new MailRetention(_room.Mail.Home, _room.Mail.Clock) { DropsUnreadOfDeparted = true }.ApplyAsync(PersonaId.Lead, _room.Limit, Cancellation);

        (kept.Messages, kept.Kept).ShouldBe((0, 3));
        kept.UnreadByDeparted.ShouldBe([new(MailRoom.Sentinel, 2)]);
        (dropped.Messages, dropped.Kept).ShouldBe((2, 1));
        (await _room.TextOf(forBoth), await _room.TextOf(forOne)).ShouldBe((MailRedaction.Notice, MailRedaction.Notice));
        (await _room.TextOf(ofTheLiving)).ShouldBe("unread");
        await _room.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Apply_NoPersonaCanBeSeen_NobodyHasDeparted()
    {
        var unread = await _room.Mail.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Sentinel));
        Directory.Delete(_room.Mail.Home.PersonasFolder, recursive: true);
        _room.LetAYearPass();

        var dropped = await new MailRetention(_room.Mail.Home, _room.Mail.Clock) { DropsUnreadOfDeparted = true }.ApplyAsync(PersonaId.Lead, _room.Limit, Cancellation);

        (dropped.Messages, dropped.UnreadByDeparted.Count).ShouldBe((0, 0));
        (await _room.TextOf(unread)).ShouldBe("Body");
    }

    [Fact]
    public async Task Apply_LogIsDamaged_DropsNothing()
    {
        var message = await _room.SendReadAsync();
        await File.AppendAllTextAsync(_room.Mail.LogFile, """{"v":1,"id":"lost","crc":"00000000"}""" + "\n", Cancellation);
        await _room.SendReadAsync();
        _room.LetAYearPass();

        (await Should.ThrowAsync<TroupeException>(_room.ApplyAsync)).Message.ShouldContain("jules-mail fsck");

        (await _room.TextOf(message)).ShouldBe("Body");
    }
}

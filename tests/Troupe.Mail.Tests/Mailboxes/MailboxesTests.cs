using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class MailboxesTests : IDisposable
{
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Fold_ArchivedTrashedAndRestored_GoesBackToTheArchive()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        await _room.MarkAsync(MailMark.Archived, MailRoom.Curator, message.Id);
        await _room.MarkAsync(MailMark.Trashed, MailRoom.Curator, message.Id);
        await _room.MarkAsync(MailMark.Restored, MailRoom.Curator, message.Id);

        var entry = (await _room.EntriesOf(MailRoom.Curator)).ShouldHaveSingleItem();

        (entry.IsArchived, entry.IsTrashed, entry.IsInInbox, entry.IsUnread).ShouldBe((true, false, false, false));
    }

    [Fact]
    public async Task Fold_OneReaderOfSeveral_LeavesItUnreadForTheOthers()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel));
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, message.Id);

        (await _room.FoldAsync()).UnreadOfAll().Keys.ShouldBe([MailRoom.Sentinel]);
    }

    [Fact]
    public async Task Fold_NewerReport_TakesTheOlderOutOfTheInboxAndSaysByWhat()
    {
        var older = await _room.SendAsync(MailRoom.Draft(PersonaId.Weaver, MailRoom.Curator));
        var newer = await _room.SendAsync(MailRoom.Draft(PersonaId.Weaver, MailRoom.Curator) with { Supersedes = [older.Id] });

        var box = (await _room.FoldAsync()).Of(MailRoom.Curator);

        box.Unread.Select(entry => entry.Message.Id).ShouldBe([newer.Id]);
        box.Entries[0].SupersededBy.ShouldBe(newer.Id);
    }

    [Fact]
    public async Task Fold_SupersedingSomebodyElsesMail_IsIgnored()
    {
        var report = await _room.SendAsync(MailRoom.Draft(PersonaId.Weaver, MailRoom.Curator));
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Supersedes = [report.Id] });

        (await _room.FoldAsync()).Of(MailRoom.Curator).Unread.Count().ShouldBe(2);
    }

    [Fact]
    public async Task MarkShown_ThenReadBySession_IsBothAndIdempotent()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        for (var again = 0; again < 3; again++)
        {
            await _room.Office.MarkShownAsync(MailRoom.Curator, [message.Id], MailRoom.Session, TestContext.Current.CancellationToken);
        }

        (await _room.FoldAsync()).Of(MailRoom.Curator).Unread.ShouldHaveSingleItem().ShownIn.ShouldBe([MailRoom.Session]);
        await _room.Office.MarkReadAsync(MailRoom.Curator, [message.Id], MailRoom.Session, TestContext.Current.CancellationToken);

        (await _room.FoldAsync()).UnreadOfAll().ShouldBeEmpty();
        (await File.ReadAllLinesAsync(_room.LogFile, TestContext.Current.CancellationToken)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task CatchUp_AfterMoreMail_IsTheSameAsFoldingAgain()
    {
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        var mailboxes = await _room.FoldAsync();
        await _room.SendAsync(MailRoom.Draft(MailRoom.Sentinel, MailRoom.Curator));
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, mailboxes.Messages[0].Id);

        await _room.Office.CatchUpAsync(mailboxes, TestContext.Current.CancellationToken);
        await _room.Office.SyncAsync(mailboxes, TestContext.Current.CancellationToken);

        MailEvents.Describe(mailboxes).ShouldBe(MailEvents.Describe(await _room.FoldAsync()));
        mailboxes.Of(MailRoom.Curator).Unread.Count().ShouldBe(1);
    }

    [Fact]
    public void Of_PersonaWithoutMail_IsEmpty() => new Mailboxes().Of(MailRoom.Bolt).Entries.ShouldBeEmpty();

    [Fact]
    public async Task Fold_DamagedRecordBetween_IsReportedAndTheRestIsRead()
    {
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = "one" });
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = "two" });
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = "three" });
        var text = await File.ReadAllTextAsync(_room.LogFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_room.LogFile, text.Replace("\"two\"", "\"tw0\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var box = (await _room.FoldAsync()).Of(MailRoom.Curator);

        box.Entries.Select(entry => entry.Message.Subject).ShouldBe(["one", "three"]);
        _room.Office.Damage.ShouldContain(damage => damage.LostRecords);
    }
}

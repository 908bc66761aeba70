using System.Text;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class UnknownRecordsTests : IDisposable
{
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Fold_KindOfALaterVersion_IsPassedOver()
    {
        await AppendAsync("forwarded", """{"message":"x"}""");

        var mailboxes = await _room.FoldAsync();

        mailboxes.Unreadable.ShouldBeEmpty();
        mailboxes.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fold_TypeAndMembersOfALaterVersion_AreReadAsAPlainNote()
    {
        await AppendAsync(
            "sent",
            """{"from":"bolt","to":["curator"],"recipients":["curator"],"subject":"S","type":"poll","priority":"someday","mood":{"a":[1]}}""");

        var entry = (await _room.EntriesOf(MailRoom.Curator)).ShouldHaveSingleItem();
        (entry.Message.Type, entry.Message.Priority).ShouldBe((MessageType.Note, Priority.Normal));
    }

    [Theory]
    [InlineData("sent", """{"to":["curator"],"recipients":["curator"],"subject":"no sender"}""")]
    [InlineData("sent", """{"from":"../x","recipients":["curator"],"subject":"S"}""")]
    [InlineData("sent", """{"from":"bolt","recipients":"curator","subject":"S"}""")]
    [InlineData("sent", """{"from":"bolt","recipients":["curator"],"subject":7}""")]
    [InlineData("sent", """{"from":"bolt","recipients":["curator"],"subject":"S","thread":"zz"}""")]
    [InlineData("read", """{"persona":"curator"}""")]
    [InlineData("read", """{"message":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","persona":"Curator"}""")]
    [InlineData("tagged", """{"message":["019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b"],"persona":"curator"}""")]
    public async Task Fold_RecordThatMakesNoSense_IsNamedAndTheRestIsRead(string kind, string payload)
    {
        await AppendAsync(kind, payload);
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));

        var mailboxes = await _room.FoldAsync();

        mailboxes.Unreadable.ShouldHaveSingleItem().Reason.ShouldContain(kind);
        mailboxes.Of(MailRoom.Curator).Entries.Count.ShouldBe(1);
    }

    private async Task AppendAsync(string kind, string payload) => await _room.Log.AppendAsync(
        new NewRecord { Kind = kind, Actor = "bolt", Payload = Encoding.UTF8.GetBytes(payload) }, TestContext.Current.CancellationToken);
}

using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class MessageLookupTests : IDisposable
{
    private static readonly RecordId One = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1faaaaaaaa");
    private static readonly RecordId Two = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1fbaaaaaaa");
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("019bac3e-6d40-7cc1-b1d5-0d1faaaaaaaa")]
    [InlineData("019bac3e6d407cc1b1d50d1faaaaaaaa")]
    [InlineData("AAAAAAAA")]
    [InlineData("d5-0d1faaaaaaaa")]
    public async Task RequireReceived_FullOrUniqueEnd_IsFound(string reference)
    {
        await SendAsync(One, "one");
        await SendAsync(Two, "two");

        MessageLookup.RequireReceived(MailRoom.Curator, await _room.FoldAsync(), reference).Message.Id.ShouldBe(One);
    }

    [Fact]
    public async Task RequireReceived_AmbiguousEnd_NamesTheCandidates()
    {
        await SendAsync(One, "one \u001b[31m");
        await SendAsync(Two, "two");
        var mailboxes = await _room.FoldAsync();

        var refused = Should.Throw<TroupeException>(() => MessageLookup.RequireReceived(MailRoom.Curator, mailboxes, "aaaaaa"));

        refused.Code.ShouldBe(ErrorCode.InvalidArgument);
        refused.Message.ShouldContain(One.ToString());
        refused.Message.ShouldContain(Two.ToString());
        refused.Message.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task RequireReceived_AnothersMessage_IsMissingAndSaysWhereItIs()
    {
        await SendAsync(One, "one");
        var mailboxes = await _room.FoldAsync();

        var refused = Should.Throw<TroupeException>(() => MessageLookup.RequireReceived(MailRoom.Sentinel, mailboxes, "aaaaaaaa"));

        refused.Code.ShouldBe(ErrorCode.NotFound);
        refused.Message.ShouldContain("curator");
    }

    [Fact]
    public async Task RequireSeenBy_TheSender_FindsWhatHeSent()
    {
        await SendAsync(One, "one");
        var mailboxes = await _room.FoldAsync();

        MessageLookup.RequireSeenBy(MailRoom.Bolt, mailboxes, "aaaaaaaa").Id.ShouldBe(One);
        Should.Throw<TroupeException>(() => MessageLookup.RequireReceived(MailRoom.Bolt, mailboxes, "aaaaaaaa")).Code.ShouldBe(ErrorCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("aaaaa")]
    [InlineData("zzzzzz")]
    [InlineData("------------")]
    [InlineData("\u001b[31maaaaaa")]
    public void Require_WhatIsNoId_IsRefused(string reference) =>
        Should.Throw<TroupeException>(() => MessageLookup.RequireReceived(MailRoom.Bolt, new Mailboxes(), reference))
            .Code.ShouldBe(ErrorCode.InvalidArgument);

    [Fact]
    public async Task ShortIds_AlikeEnds_AreMadeLongerUntilTheyDiffer()
    {
        await SendAsync(One, "one");
        await SendAsync(Two, "two");
        var third = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        var mailboxes = await _room.FoldAsync();

        var ids = new ShortIds(mailboxes);

        ids.Of(mailboxes.Find(One)!).ShouldBe("aaaaaaaa");
        ids.Of(mailboxes.Find(Two)!).ShouldBe("baaaaaaa");
        ids.Of(third).Length.ShouldBe(6);
    }

    private async Task SendAsync(RecordId id, string subject) => await _room.Office.Postmaster.SendAsync(
        MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = subject }, id, TestContext.Current.CancellationToken);
}

using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class PostmasterTests : IDisposable
{
    private readonly MailRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("olá")]
    [InlineData("🎭 日本語 العربية")]
    [InlineData("\u001b[31mred\u001b[0m \u202edesrever\u2066 zero\u200bwidth \0 NUL\r\nline")]
    [InlineData("\"},\"crc\":\"00000000\"}")]
    public async Task SendAsync_AnyText_ComesBackAsItWas(string text)
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = text, Body = text });

        message.Subject.ShouldBe(text);
        (await _room.Office.ReadBodyAsync(message, Cancellation)).ShouldBe(text);
        (await File.ReadAllLinesAsync(_room.LogFile, Cancellation)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task SendAsync_ByAnybody_IsNotAttested() =>
        (await _room.SendAsync(MailRoom.Draft(PersonaId.Weaver, MailRoom.Curator))).Attested.ShouldBeNull();

    [Fact]
    public async Task SendAsync_UnknownRecipient_SendsNothingToAnybody()
    {
        var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator, PersonaId.Parse("curater"));

        var refused = await Should.ThrowAsync<TroupeException>(() => _room.Office.Postmaster.SendAsync(draft, Cancellation));

        refused.Code.ShouldBe(ErrorCode.NotFound);
        refused.Message.ShouldContain("'curator'");
        File.Exists(_room.LogFile).ShouldBeFalse();
    }

    [Fact]
    public async Task SendAsync_UnknownSender_IsRefused() =>
        (await Should.ThrowAsync<TroupeException>(
            () => _room.Office.Postmaster.SendAsync(MailRoom.Draft(PersonaId.Parse("ghost"), MailRoom.Curator), Cancellation)))
        .Code.ShouldBe(ErrorCode.NotFound);

    [Fact]
    public async Task SendAsync_WhoJoinsLater_DoesNotGetOldMail()
    {
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt) with { To = [Address.Parse("@all")] });
        Directory.CreateDirectory(Path.Combine(_room.Home.PersonasFolder, "newcomer"));

        (await _room.EntriesOf(PersonaId.Parse("newcomer"))).ShouldBeEmpty();
        (await _room.EntriesOf(MailRoom.Sentinel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendAsync_SameKeyToSameRecipient_IsSentOnceAlsoByAnotherProcess()
    {
        var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { DedupKey = "k" };

        var first = await _room.Office.Postmaster.SendAsync(draft, Cancellation);
        var second = await _room.Open().Postmaster.SendAsync(draft with { Subject = "Another" }, Cancellation);

        first.Duplicate.ShouldBeFalse();
        second.ShouldSatisfyAllConditions(() => second.Duplicate.ShouldBeTrue(), () => second.Id.ShouldBe(first.Id));
        (await _room.EntriesOf(MailRoom.Curator)).ShouldHaveSingleItem().Message.Subject.ShouldBe("Subject");
    }

    [Fact]
    public async Task SendAsync_SameKeyToOverlappingRecipients_ReachesOnlyTheNewOne()
    {
        await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { DedupKey = "k" });

        var second = await _room.Office.Postmaster.SendAsync(
            MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel) with { DedupKey = "k" }, Cancellation);

        second.Duplicate.ShouldBeFalse();
        (await _room.EntriesOf(MailRoom.Curator)).Count.ShouldBe(1);
        (await _room.EntriesOf(MailRoom.Sentinel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendAsync_BodyLongerThanARecord_IsABlob()
    {
        var body = string.Concat(Enumerable.Repeat("olá\n", 50_000));

        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = body });

        message.StoredBody!.Bytes.ShouldBe(250_000);
        (await _room.Office.ReadBodyAsync(message, Cancellation)).ShouldBe(body);
        new FileInfo(_room.LogFile).Length.ShouldBeLessThan(2_000);
    }

    [Fact]
    public async Task SendAsync_BodyOfControlCharacters_StillFitsARecord()
    {
        var body = new string('\u0001', BodyStorage.LongestInline);

        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = body });

        message.StoredBody.ShouldBeNull();
        (await _room.Office.ReadBodyAsync(message, Cancellation)).ShouldBe(body);
    }

    [Fact]
    public async Task SendAsync_Reply_ContinuesTheThread()
    {
        var first = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));
        var second = await _room.SendAsync(MailRoom.Draft(MailRoom.Curator, MailRoom.Bolt) with { ReplyTo = first });
        var third = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { ReplyTo = second });

        first.Thread.ShouldBe(first.Id);
        (third.Thread, third.InReplyTo, third.Hops).ShouldBe((first.Id, second.Id, 2));
    }

    [Fact]
    public async Task PostAsWeaverAsync_ThousandPollsOfAnUnchangedWorld_IsOneMail()
    {
        var key = Key("tree", "digest");
        for (var poll = 0; poll < 50; poll++)
        {
            await ReportAsync(key);
        }

        (await _room.EntriesOf(MailRoom.Curator)).ShouldHaveSingleItem().Message.From.ShouldBe(PersonaId.Weaver);
    }

    [Fact]
    public async Task PostAsWeaverAsync_NewerReportOnTheSamePatch_SupersedesTheOlder()
    {
        await ReportAsync(Key("tree", "digest"));
        await ReportAsync(Key("tree", "other digest"));
        var last = await ReportAsync(Key("tree two", "digest"));

        (await _room.FoldAsync()).Of(MailRoom.Curator).Unread.ShouldHaveSingleItem().Message.Id.ShouldBe(last.Id);
    }

    [Fact]
    public async Task PostAsWeaverAsync_ReportOnAnotherPatch_StandsBesideTheFirst()
    {
        await ReportAsync(Key("tree", "digest"));
        await ReportAsync(Key("tree", "digest") with { Patch = PatchId.Parse(new string('b', 64)) });

        (await _room.FoldAsync()).Of(MailRoom.Curator).Unread.Count().ShouldBe(2);
    }

    private async Task<SentMessage> ReportAsync(ReportKey key) => await _room.Office.Postmaster.PostAsWeaverAsync(
        MailRoom.Draft(PersonaId.Lead, key.Persona) with { Type = MessageType.Conflict }, key, await _room.FoldAsync(), Cancellation);

    private static ReportKey Key(string tree, string digest) => new(
        MailRoom.Curator,
        PatchId.Parse(new string('a', 64)),
        TreeId.Parse(tree.Length == 4 ? new string('c', 40) : new string('d', 40)),
        digest);
}

using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class OutboxPostingTests : IDisposable
{
    private readonly MailRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task PostAsync_Mail_IsAttestedAndFromTheSessionsPersona()
    {
        await PostAsync("---\nto: curator\nsubject: Hello\n---\n\nBody");

        var message = (await _room.EntriesOf(MailRoom.Curator)).ShouldHaveSingleItem().Message;
        (message.From, message.Attested).ShouldBe((MailRoom.Bolt, MailRoom.Session));
    }

    [Fact]
    public async Task PostAsync_AgainAfterACrash_ChangesNothing()
    {
        foreach (var file in new[] { "---\nto: curator, sentinel\nsubject: S\n---\n", "---\nto: nobody\nsubject: S\n---\n" })
        {
            await PostAsync(file);
            await PostAsync(file);
        }

        (await _room.EntriesOf(MailRoom.Curator)).Count.ShouldBe(1);
        (await _room.EntriesOf(MailRoom.Sentinel)).Count.ShouldBe(1);
        (await _room.EntriesOf(MailRoom.Bolt)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("no header at all", "first line")]
    [InlineData("---\nto: curater\nsubject: S\n---\n", "Did you mean 'curator'?")]
    [InlineData("---\nmark-read: 123456\n---\n", "no message '123456'")]
    [InlineData("---\nto: curator\nsubject: S\nin-reply-to: 123456\n---\n", "no message '123456'")]
    [InlineData("---\nto: curator\nsubject: \" \"\n---\n", "subject is empty")]
    public async Task PostAsync_WhatCannotBePosted_GoesBackToItsAuthor(string file, string reason)
    {
        (await PostAsync(file)).ShouldBeOfType<OutboxOutcome.Returned>().Reason.ShouldContain(reason);

        var message = (await _room.EntriesOf(MailRoom.Bolt)).ShouldHaveSingleItem().Message;
        (message.From, message.Type).ShouldBe((PersonaId.Weaver, MessageType.System));
        (await _room.Office.ReadBodyAsync(message, Cancellation)).ShouldContain(reason);
    }

    [Theory]
    [InlineData("curator", false, "leave the line 'from' out, or let the lead set outbox_claims")]
    [InlineData("lead", true, "no session speaks for lead")]
    [InlineData("weaver", true, "no session speaks for weaver")]
    [InlineData("nobody", true, "There is no persona 'nobody'")]
    [InlineData("@all", true, "'@all' is no value for 'from'")]
    public async Task PostAsync_AForgedSender_DoesNotPass(string from, bool allowed, string reason)
    {
        foreach (var file in new[] { $"---\nfrom: {from}\nto: sentinel\nsubject: S\n---\n", $"---\nfrom: {from}\nmark-read: 123456\n---\n" })
        {
            (await PostAsync(file, allowsClaims: allowed)).ShouldBeOfType<OutboxOutcome.Returned>().Reason.ShouldContain(reason);
        }

        (await _room.EntriesOf(MailRoom.Sentinel)).ShouldBeEmpty();
        (await _room.EntriesOf(MailRoom.Bolt)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task PostAsync_AnotherSenderWhereThatIsAllowed_IsAClaimAndPostedOnce()
    {
        const string Letter = "---\nfrom: curator\nto: sentinel\nsubject: S\n---\n";
        await PostAsync(Letter, allowsClaims: true);
        await PostAsync(Letter, allowsClaims: true);

        var message = (await _room.EntriesOf(MailRoom.Sentinel)).ShouldHaveSingleItem().Message;
        (message.From, message.Attested).ShouldBe((MailRoom.Curator, null));
    }

    [Fact]
    public async Task PostAsync_TheSessionsOwnPersonaByName_IsAttested()
    {
        await PostAsync("---\nfrom: bolt\nto: sentinel\nsubject: S\n---\n");

        (await _room.EntriesOf(MailRoom.Sentinel)).ShouldHaveSingleItem().Message.Attested.ShouldBe(MailRoom.Session);
    }

    [Fact]
    public async Task PostAsync_MarksOfAnotherWhereThatIsAllowed_AreThatOnes()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator));

        (await PostAsync($"---\nfrom: curator\nmark-read: {message.Id}\n---\n", allowsClaims: true)).ShouldBeOfType<OutboxOutcome.Marked>();

        (await _room.FoldAsync()).UnreadOfAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task PostAsync_Marks_AreTheSessionsOwn()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Curator, MailRoom.Bolt));

        (await PostAsync($"---\nmark-read: {message.Id.Suffix(6)}\n---\n")).ShouldBeOfType<OutboxOutcome.Marked>();

        (await _room.FoldAsync()).UnreadOfAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task PostAsync_Reply_ContinuesTheThread()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Curator, MailRoom.Bolt));

        await PostAsync($"---\nto: curator\nsubject: Re\nin-reply-to: {message.Id}\n---\n");

        (await _room.EntriesOf(MailRoom.Curator)).ShouldHaveSingleItem().Message.Thread.ShouldBe(message.Id);
    }

    [Fact]
    public async Task PostAsync_WhatTheLogGotAfterAll_IsNotPostedTwice()
    {
        var id = RecordId.New(_room.Clock);
        var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator);
        await _room.Office.Postmaster.SendAsync(draft, id, Cancellation);

        (await PostAsync(OutboxWriter.Write(draft, id))).ShouldBeOfType<OutboxOutcome.Posted>().Message.Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task PostAsync_TwoFilesWithTheSameText_AreTwoLetters()
    {
        const string Text = "---\nto: curator\nsubject: S\n---\n\nSame";
        await PostAsync(Text, "one.md");
        await PostAsync(Text, "two.md");
        await PostAsync(Text, "/elsewhere/two.md");

        (await _room.EntriesOf(MailRoom.Curator)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task PostAsync_SameFileWithAnotherText_IsAnotherLetter()
    {
        await PostAsync("---\nto: curator\nsubject: S\n---\n\nFirst");
        await PostAsync("---\nto: curator\nsubject: S\n---\n\nSecond");

        (await _room.EntriesOf(MailRoom.Curator)).Count.ShouldBe(2);
    }

    private Task<OutboxOutcome> PostAsync(string file, string name = "\u001b[31mnote.md", bool allowsClaims = false)
    {
        File.WriteAllText(_room.Home.SettingsFile, $"[mail]\noutbox_claims = {(allowsClaims ? "true" : "false")}\n");
        return new OutboxPosting(_room.Open()).PostAsync(MailRoom.Session, name, Encoding.UTF8.GetBytes(file), Cancellation);
    }
}

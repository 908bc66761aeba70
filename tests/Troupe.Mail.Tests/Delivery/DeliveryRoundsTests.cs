using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class DeliveryRoundsTests : IDisposable
{
    private readonly MailRoom _room = new();

    private string Memory => Path.Combine(_room.Home.MailFolder, "delivery.json");

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Next_NewMail_WakesEachPersonaOnceForTheNewest()
    {
        await SendAsync(MailRoom.Curator, MailRoom.Sentinel);
        var newest = await SendAsync(MailRoom.Curator);

        (await NextAsync()).ShouldBe([new Wake(MailRoom.Curator, newest.Id), new Wake(MailRoom.Sentinel, (await _room.EntriesOf(MailRoom.Sentinel))[0].Message.Id)]);
        (await _room.Open().Deliveries(Memory, since: null).HasNewAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await NextAsync()).ShouldBeEmpty();
        (await SendAsync(MailRoom.Sentinel)).Id.ShouldBe((await NextAsync()).ShouldHaveSingleItem().Message);
    }

    [Fact]
    public async Task Next_TheLeadTheWeaverAndWhatIsRead_WakeNobody()
    {
        await SendAsync(PersonaId.Lead, PersonaId.Weaver);
        var read = await SendAsync(MailRoom.Curator);
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, read.Id);

        (await NextAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_PersonasThatWakeOneAnother_StopAtTheLimit()
    {
        var woken = 0;
        await SendAsync(MailRoom.Curator);
        while (await NextAsync() is { Count: > 0 } wakes)
        {
            woken++;
            woken.ShouldBeLessThan(100);
            await SendAsync(wakes[0].Persona);
        }

        woken.ShouldBe(12);
        _room.Clock.Now += TimeSpan.FromHours(1);
        await SendAsync(MailRoom.Curator);
        (await NextAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Next_TheClockWasSetBack_SleepsNoLongerThanTheHour()
    {
        _room.Clock.Now += TimeSpan.FromDays(100);
        for (var i = 0; i < 12; i++)
        {
            await SendAsync(MailRoom.Curator);
            await NextAsync();
        }

        _room.Clock.Now -= TimeSpan.FromDays(100);
        await SendAsync(MailRoom.Curator);

        (await NextAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Look_APersonaThatWasWokenTooOften_StaysDueUntilItsTurnWithoutNewMail()
    {
        for (var i = 0; i < 12; i++)
        {
            await SendAsync(MailRoom.Curator);
            await NextAsync();
        }

        var late = await SendAsync(MailRoom.Curator);
        (await LookAsync()).ShouldBe([new Wake(MailRoom.Curator, late.Id, _room.Clock.Now + TimeSpan.FromHours(1))]);
        (await LookAsync()).Count.ShouldBe(1);
        _room.Clock.Now += TimeSpan.FromHours(1);

        (await NextAsync()).ShouldBe([new Wake(MailRoom.Curator, late.Id)]);
        (await NextAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Look_WhoWasNotTakenBecauseItIsAtWork_IsDueUntilItHasReadItsMail()
    {
        var first = await SendAsync(MailRoom.Curator);
        await LookAsync();
        var second = await SendAsync(MailRoom.Curator);
        (await LookAsync()).ShouldBe([new Wake(MailRoom.Curator, second.Id)]);

        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, second.Id);
        (await LookAsync()).ShouldBe([new Wake(MailRoom.Curator, first.Id)]);
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, first.Id);
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Begin_MailThatLiesUnread_WakesNobodyWhateverBecomesOfTheMemory()
    {
        await SendAsync(MailRoom.Curator);
        var since = await _room.Open().Deliveries(Memory, since: null).BeginAsync(TestContext.Current.CancellationToken);
        (await LookAsync(since)).ShouldBeEmpty();
        File.Delete(Memory);
        (await LookAsync(since)).ShouldBeEmpty();

        var later = await SendAsync(MailRoom.Curator);
        File.Delete(Memory);
        (await LookAsync(since)).ShouldBe([new Wake(MailRoom.Curator, later.Id)]);
    }

    [Fact]
    public async Task Begin_Again_ForgetsWhoIsDueAndRemembersWhoWasWoken()
    {
        for (var i = 0; i < 13; i++)
        {
            await SendAsync(MailRoom.Curator);
            await NextAsync();
        }

        await _room.Open().Deliveries(Memory, since: null).BeginAsync(TestContext.Current.CancellationToken);

        (await LookAsync()).ShouldBeEmpty();
        await SendAsync(MailRoom.Curator);
        (await LookAsync()).ShouldHaveSingleItem().NotBefore.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"v\":9}")]
    public async Task Next_AMemoryThatFitsNothing_BeginsWhereItWasAllowed(string content)
    {
        await SendAsync(MailRoom.Curator);
        await NextAsync();
        await File.WriteAllTextAsync(Memory, content, TestContext.Current.CancellationToken);

        (await NextAsync()).Count.ShouldBe(1);
        (await NextAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_AMemoryOfAnotherLog_BeginsAtTheEndAndWakesNobodyTwice()
    {
        await SendAsync(MailRoom.Curator);
        await NextAsync();
        await File.WriteAllTextAsync(
            Memory, "{\"v\":1,\"at\":\"7:7\",\"id\":\"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b\"}", TestContext.Current.CancellationToken);

        (await NextAsync()).ShouldBeEmpty();
        await SendAsync(MailRoom.Curator);
        (await NextAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Look_ALogThatWasReplaced_BeginsAtItsEnd()
    {
        var gone = new LogBookmark(Position.Parse("0:7"), RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b"));
        await SendAsync(MailRoom.Curator);
        (await LookAsync(gone)).ShouldBeEmpty();

        var later = await SendAsync(MailRoom.Curator);
        (await LookAsync(gone)).ShouldBe([new Wake(MailRoom.Curator, later.Id)]);
    }

    private Task<Message> SendAsync(params PersonaId[] to) => _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, to));

    private Task<IReadOnlyList<Wake>> LookAsync(LogBookmark? since = null) =>
        _room.Open().Deliveries(Memory, since).LookAsync(TestContext.Current.CancellationToken);

    /// <summary>Wakes whoever may be woken.</summary>
    private async Task<IReadOnlyList<Wake>> NextAsync()
    {
        var rounds = _room.Open().Deliveries(Memory, since: null);
        var wakes = (await rounds.LookAsync(TestContext.Current.CancellationToken)).Where(wake => wake.NotBefore is null).ToList();
        wakes.ForEach(rounds.Take);
        return wakes;
    }
}

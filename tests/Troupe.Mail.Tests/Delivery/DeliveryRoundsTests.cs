using Troupe.Core;

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
        (await _room.Open().Deliveries(Memory).HasNewAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
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

    [Theory]
    [InlineData("")]
    [InlineData("{\"v\":9}")]
    [InlineData("{\"v\":1,\"at\":\"7:7\",\"id\":\"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b\"}")]
    public async Task Next_AMemoryThatFitsNothing_CountsWhatIsUnreadAsNew(string content)
    {
        await SendAsync(MailRoom.Curator);
        await NextAsync();
        await File.WriteAllTextAsync(Memory, content, TestContext.Current.CancellationToken);

        (await NextAsync()).Count.ShouldBe(1);
        (await NextAsync()).ShouldBeEmpty();
    }

    private Task<Message> SendAsync(params PersonaId[] to) => _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, to));

    private Task<IReadOnlyList<Wake>> NextAsync() => _room.Open().Deliveries(Memory).NextAsync(TestContext.Current.CancellationToken);
}

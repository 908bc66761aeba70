using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

public sealed class ReservationDeskTests : IDisposable
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);
    private readonly MailRoom _room = new();

    private ReservationDesk Desk => _room.Open().Reservations;

    private string Checkpoint => Path.Combine(_room.Home.MailFolder, "reservations.json");

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Reserve_WhereNobodyIs_HoldsUntilItsTimeHasPassed()
    {
        var made = await ReserveAsync(MailRoom.Bolt, "src/parser");

        made.ShouldBeOfType<ReserveOutcome.Made>().Until.ShouldBe(_room.Clock.Now + HalfAnHour);
        (await HeldAsync()).ShouldBe(["bolt src/parser"]);
        _room.Clock.Now += HalfAnHour;
        (await HeldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reserve_WhereAnotherIs_IsMadeAndSaysSo()
    {
        await ReserveAsync(MailRoom.Bolt, "src/parser");

        var made = await ReserveAsync(MailRoom.Curator, "src/**/*.cs");

        made.ShouldBeOfType<ReserveOutcome.Made>().Others.ShouldHaveSingleItem().Persona.ShouldBe(MailRoom.Bolt);
        (await HeldAsync()).ShouldBe(["bolt src/parser", "curator src/**/*.cs"]);
    }

    [Fact]
    public async Task Reserve_ExclusivelyWhereAnotherIs_IsRefused()
    {
        await ReserveAsync(MailRoom.Bolt, "src/parser");

        (await ReserveAsync(MailRoom.Curator, "src", exclusive: true)).ShouldBeOfType<ReserveOutcome.Refused>();
        (await ReserveAsync(MailRoom.Curator, "docs", exclusive: true)).ShouldBeOfType<ReserveOutcome.Made>();
        (await HeldAsync()).ShouldBe(["bolt src/parser", "curator docs"]);
    }

    [Fact]
    public async Task Reserve_ManyExclusivelyAtOnce_OneGetsIt()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => ReserveAsync(PersonaId.Parse($"p{number}"), "src", exclusive: true))));

        outcomes.Count(outcome => outcome is ReserveOutcome.Made).ShouldBe(1);
        (await HeldAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reserve_TheSameAgain_IsRenewed()
    {
        await ReserveAsync(MailRoom.Bolt, "src");
        _room.Clock.Now += TimeSpan.FromMinutes(20);
        await ReserveAsync(MailRoom.Bolt, "src");
        _room.Clock.Now += TimeSpan.FromMinutes(20);

        (await HeldAsync()).ShouldBe(["bolt src"]);
    }

    [Fact]
    public async Task Release_ByPatternOrAll_EndsOnesOwnAlone()
    {
        await ReserveAsync(MailRoom.Bolt, "src", "docs", "tests");
        await ReserveAsync(MailRoom.Curator, "docs");

        (await Desk.ReleaseAsync(MailRoom.Bolt, [PathPattern.Parse("docs/")], TestContext.Current.CancellationToken)).Count.ShouldBe(1);
        (await HeldAsync()).ShouldBe(["bolt src", "bolt tests", "curator docs"]);
        (await Desk.ReleaseAsync(MailRoom.Bolt, [], TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        (await HeldAsync()).ShouldBe(["curator docs"]);
    }

    [Fact]
    public async Task Release_WhatIsNotHeld_IsRefusedAndEndsNothing()
    {
        await ReserveAsync(MailRoom.Bolt, "src/parser");

        var refused = await Should.ThrowAsync<TroupeException>(
            () => Desk.ReleaseAsync(MailRoom.Bolt, [PathPattern.Parse("src/parser"), PathPattern.Parse("src/parse")], TestContext.Current.CancellationToken));

        refused.Code.ShouldBe(ErrorCode.NotFound);
        refused.Message.ShouldContain("did you mean 'src/parser'?");
        (await HeldAsync()).ShouldBe(["bolt src/parser"]);
    }

    [Fact]
    public async Task Held_TheClockWasSetBack_NobodyHoldsForLongerThanAsked()
    {
        _room.Clock.Now += TimeSpan.FromDays(400);
        await ReserveAsync(MailRoom.Bolt, "src");
        _room.Clock.Now -= TimeSpan.FromDays(400);
        (await HeldAsync()).ShouldBeEmpty();

        await ReserveAsync(MailRoom.Bolt, "src");
        _room.Clock.Now -= TimeSpan.FromMinutes(4);
        (await HeldAsync()).ShouldBe(["bolt src"]);
    }

    [Fact]
    public async Task Read_WithACheckpoint_IsTheSameAsWithout()
    {
        await ReserveAsync(MailRoom.Bolt, "src");
        await FillAsync(2100);
        await ReserveAsync(MailRoom.Curator, "docs");
        File.Exists(Checkpoint).ShouldBeTrue();
        var held = await HeldAsync();

        File.Delete(Checkpoint);
        (await HeldAsync()).ShouldBe(held);
        held.ShouldBe(["bolt src", "curator docs"]);
        new FileInfo(Checkpoint).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"v\":1,\"at\":\"0:0\",\"id\":\"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b\"}")]
    [InlineData("{\"v\":1,\"at\":\"9:99999\",\"id\":\"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b\",\"held\":[]}")]
    [InlineData("{\"v\":2")]
    public async Task Read_WithACheckpointOfAnotherLog_FoldsAnew(string content)
    {
        await ReserveAsync(MailRoom.Bolt, "src");
        await File.WriteAllTextAsync(Checkpoint, content, TestContext.Current.CancellationToken);

        (await HeldAsync()).ShouldBe(["bolt src"]);
    }

    [Fact]
    public async Task Read_RecordsThatMakeNoSense_ReserveNothing()
    {
        foreach (var payload in new[] { "{}", "{\"persona\":\"bolt\"}", "{\"persona\":\"bolt\",\"paths\":[\"../x\"],\"until\":\"2099-01-01T00:00:00.000Z\"}", "{\"persona\":\"bolt\",\"paths\":[\"x\"],\"until\":\"soon\"}" })
        {
            await _room.Log.AppendAsync(
                new NewRecord { Kind = MailEventKinds.Reserved, Actor = "bolt", Payload = System.Text.Encoding.UTF8.GetBytes(payload) }, TestContext.Current.CancellationToken);
        }

        (await HeldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reserve_WhatMakesNoSense_IsRefused()
    {
        await Should.ThrowAsync<TroupeException>(() => ReserveAsync(MailRoom.Bolt));
        await Should.ThrowAsync<TroupeException>(() => Desk.ReserveAsync(
            MailRoom.Bolt, [PathPattern.Parse("src")], TimeSpan.FromDays(8), null, exclusive: false, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<TroupeException>(() => Desk.ReserveAsync(
            MailRoom.Bolt, [PathPattern.Parse("src")], HalfAnHour, new string('x', 201), exclusive: false, TestContext.Current.CancellationToken));
    }

    private Task<ReserveOutcome> ReserveAsync(PersonaId persona, params string[] patterns) => ReserveAsync(persona, patterns, exclusive: false);

    private Task<ReserveOutcome> ReserveAsync(PersonaId persona, string pattern, bool exclusive) => ReserveAsync(persona, [pattern], exclusive);

    private Task<ReserveOutcome> ReserveAsync(PersonaId persona, string[] patterns, bool exclusive) => Desk.ReserveAsync(
        persona, [.. patterns.Select(PathPattern.Parse)], HalfAnHour, reason: null, exclusive, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> HeldAsync() =>
        [.. (await Desk.HeldAsync(TestContext.Current.CancellationToken)).Select(one => $"{one.Persona} {one.Pattern}")];

    private async Task FillAsync(int records)
    {
        var filler = Enumerable.Repeat(new NewRecord { Kind = "filler", Actor = "bolt" }, records).ToList();
        await _room.Log.AppendAsync(filler, TestContext.Current.CancellationToken);
    }
}

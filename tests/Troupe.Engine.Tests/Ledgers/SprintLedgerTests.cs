using Troupe.Core;
using Troupe.EventLog;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class SprintLedgerTests : IDisposable
{
    private static readonly SprintEvent Start = Samples.Of("sprint_started");
    private static readonly SprintEvent Tick = Samples.Of("tick_started");
    private static readonly SprintEvent Order =
        new CommandIntended { Sprint = 7, At = Start.At, Command = CommandNames.Abort, Key = "abort:0" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Samples.Kinds), MemberType = typeof(Samples))]
    public async Task Append_EveryKind_SurvivesTheRealLog(string kind)
    {
        var happened = Samples.Of(kind);
        var log = Log();

        // A payload whose member had the name of one of the record's own would be refused here.
        await log.AppendAsync([SprintEventRecord.ToRecord(happened, "engine")], Position.Start, Scene.Token);

        var record = (await log.ReadAsync(Position.Start, Scene.Token).ToListAsync(Scene.Token)).ShouldHaveSingleItem();
        SprintEventCodec.Encode(SprintEventRecord.FromRecord(record)).ShouldBe(SprintEventCodec.Encode(happened));
        log.Damage.ShouldBeEmpty();
    }

    [Fact]
    public async Task AppendAsync_TheEndMoved_TakesInWhatOthersRecordedFirst()
    {
        var ours = Ledger();
        await ours.AppendAsync([Start], Scene.Token);
        var lead = Ledger();
        await lead.RefreshAsync(Scene.Token);
        await lead.AppendAsync([Order], Scene.Token);

        var news = await ours.AppendAsync([Tick], Scene.Token);

        news.Select(SprintEventKinds.Of).ShouldBe(["command_intended", "tick_started"]);
        ours.Latest!.IsAborting.ShouldBeTrue();
        ours.Latest.Tick.Number.ShouldBe(2);
        var stranger = Ledger();
        (await stranger.RefreshAsync(Scene.Token)).Select(SprintEventKinds.Of).ShouldBe(["sprint_started", "command_intended", "tick_started"]);
    }

    [Fact]
    public async Task RefreshAsync_NothingNew_GivesNothing()
    {
        var ledger = Ledger();
        await ledger.AppendAsync([Start, Tick], Scene.Token);
        (await ledger.RefreshAsync(Scene.Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RefreshAsync_EventsWithoutTheirStart_AreALossAndKeepTheirNumber()
    {
        await Log().AppendAsync([SprintEventRecord.ToRecord(Tick, "engine")], Position.Start, Scene.Token);
        var ledger = Ledger();
        await ledger.RefreshAsync(Scene.Token);
        ledger.Sprints.ShouldBeEmpty();
        ledger.Losses.ShouldHaveSingleItem().ShouldContain("sprint 7");
        ledger.Last.ShouldBe(7);
    }

    [Fact]
    public async Task Require_UnknownSprint_SaysWhichThereAre()
    {
        var ledger = Ledger();
        Should.Throw<TroupeException>(() => ledger.Require(1)).Message.ShouldContain("No sprint has been run");
        await ledger.AppendAsync([Start], Scene.Token);
        Should.Throw<TroupeException>(() => ledger.Require(9)).Message.ShouldContain("(7 to 7)");
        ledger.Require(7).Number.ShouldBe(7);
    }

    private FileEventLog Log() => new(_folder["sprints"], TimeProvider.System);

    private SprintLedger Ledger() => new(Log());
}

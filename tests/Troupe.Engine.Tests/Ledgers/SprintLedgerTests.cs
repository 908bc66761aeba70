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
    public async Task AppendAsync_TheLogHoldsItAlready_IsNotAppliedOutOfItsPlace()
    {
        var log = new KeyedLog(Log());
        var ours = new SprintLedger(log);
        await ours.AppendAsync([Start, Tick], Scene.Token);
        var other = new SprintLedger(log);
        await other.RefreshAsync(Scene.Token);
        await other.AppendAsync([Order], Scene.Token);

        // The log says yes to a repetition wherever it ends: what was recorded in the meantime must not be passed over.
        var news = await ours.AppendAsync([Tick], Scene.Token);

        news.Select(SprintEventKinds.Of).ShouldBe(["command_intended"]);
        ours.Latest!.IsAborting.ShouldBeTrue();
        (await ours.AppendAsync([Order], Scene.Token)).ShouldBeEmpty();
        (await ours.RefreshAsync(Scene.Token)).ShouldBeEmpty();
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
    public async Task RefreshAsync_KindThatNobodyKnows_IsPassedOverAndSaidOnce()
    {
        await Ledger().AppendAsync([Start], Scene.Token);
        await AddAsync(new NewRecord { Kind = "note", Actor = "curator", Payload = "{\"text\":1}"u8.ToArray() });
        await AddAsync(new NewRecord { Kind = "note", Actor = "curator", Payload = "{}"u8.ToArray() });
        await AddAsync(SprintEventRecord.ToRecord(Tick, "engine"));
        var ledger = Ledger();

        (await ledger.RefreshAsync(Scene.Token)).Select(SprintEventKinds.Of).ShouldBe(["sprint_started", "tick_started"]);

        ledger.Losses.ShouldHaveSingleItem().ShouldBe(
            "the sprint log holds 2 records of the unknown kind 'note': they are passed over; a later version may have written them");
        (await ledger.AppendAsync([Order], Scene.Token)).ShouldHaveSingleItem();
        ledger.Losses.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("tick_started", "{}")]
    [InlineData("tick_started", "{\"sprint\":7,\"at\":\"yesterday\",\"tick\":2}")]
    [InlineData("session_started", "{\"sprint\":7,\"at\":\"2026-01-01T00:00:00Z\",\"session\":5}")]
    [InlineData("patch_held", "{\"sprint\":7,\"at\":\"2026-01-01T00:00:00Z\",\"weave\":1,\"session\":\"s7-curator-1\",\"patch\":null,\"paths\":null,\"reason\":null}")]
    [InlineData("weave_started", "{\"sprint\":7,\"at\":\"2026-01-01T00:00:00Z\",\"weave\":1,\"tick\":1,\"tip\":\"0123456789012345678901234567890123456789\",\"patches\":[null],\"time\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("human_notified", "{\"sprint\":7,\"at\":\"2026-01-01T00:00:00Z\",\"command_key\":null,\"message\":null}")]
    public async Task RefreshAsync_KnownKindThatMakesNoSense_IsALossLikeAGap(string kind, string payload)
    {
        await Ledger().AppendAsync([Start], Scene.Token);
        await AddAsync(new NewRecord { Kind = kind, Actor = "curator", Payload = System.Text.Encoding.UTF8.GetBytes(payload) });
        await AddAsync(SprintEventRecord.ToRecord(Tick, "engine"));
        var ledger = Ledger();

        (await ledger.RefreshAsync(Scene.Token)).Select(SprintEventKinds.Of).ShouldBe(["sprint_started", "tick_started"]);

        ledger.Losses.ShouldHaveSingleItem().ShouldStartWith("unreadable record at ");
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

    /// <summary>A log in which every event has its content as its key.</summary>
    private sealed class KeyedLog(IEventLog log) : IEventLog
    {
        public IReadOnlyList<LogDamage> Damage => log.Damage;

        public ValueTask<AppendResult> AppendAsync(
            IReadOnlyList<NewRecord> batch, Position? onlyIfEndIs, CancellationToken cancellationToken) => log.AppendAsync(
                [.. batch.Select(record => record with { DedupKey = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(record.Payload.Span)) })],
                onlyIfEndIs,
                cancellationToken);

        public IAsyncEnumerable<LogRecord> ReadAsync(Position from, CancellationToken cancellationToken) => log.ReadAsync(from, cancellationToken);

        public ValueTask<IReadOnlyList<LogRecord?>> ReadAtAsync(IReadOnlyList<Position> places, CancellationToken cancellationToken) =>
            log.ReadAtAsync(places, cancellationToken);

        public IAsyncEnumerable<LogRecord> FollowAsync(Position from, CancellationToken cancellationToken) => log.FollowAsync(from, cancellationToken);

        public ValueTask SyncAsync(Position upTo, CancellationToken cancellationToken) => log.SyncAsync(upTo, cancellationToken);
    }

    private async Task AddAsync(NewRecord record) => await Log().AppendAsync([record], null, Scene.Token);

    private FileEventLog Log() => new(_folder["sprints"], TimeProvider.System);

    private SprintLedger Ledger() => new(Log());
}

using Microsoft.Extensions.Time.Testing;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>
/// The power fails at every moment of a history that appends, repeats and seals, and the disk keeps any of its legal states.
/// Whatever was acknowledged is there, and the log goes on.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    /// <summary>States tried for each moment.</summary>
    private static readonly int States = 3 * (int.TryParse(Environment.GetEnvironmentVariable("TROUPE_STRESS"), out var stress) ? stress : 1);

    private const int FullSegment = 700;
    private const int Records = 9;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_PowerFailsAtEveryMoment_EveryAcknowledgedRecordIsThere()
    {
        var calls = new RecordingCalls(_folder["log"]);
        var acknowledged = await RunAsync(new FileEventLog(_folder["log"], _time, calls, FullSegment), calls);

        await CutEverywhereAsync(calls, acknowledged);
    }

    /// <summary>Of every two appends the second one's sync is the first one's, too.</summary>
    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_WritersShareTheirSyncs_EveryAcknowledgedRecordIsThere()
    {
        var calls = new RecordingCalls(_folder["log"]);

        await CutEverywhereAsync(calls, await RunInPairsAsync(calls));
    }

    private async Task CutEverywhereAsync(RecordingCalls calls, List<(RecordId Id, int Moment)> acknowledged)
    {
        File.WriteAllText(_folder["boot"], new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString());
        var (states, lossy) = (0, 0);

        for (var moment = 0; moment <= calls.Journal.Count; moment++)
        {
            for (var state = 0; state < States; state++, states++)
            {
                var where = _folder[$"crash-{moment}-{state}"];
                new CrashState(calls.Journal[..moment], new Random((moment * 1009) + state)).WriteTo(where);

                lossy += await CheckAsync(where, [.. acknowledged.Where(ack => ack.Moment <= moment).Select(ack => ack.Id)], $"moment {moment}, state {state}");
                Directory.Delete(where, recursive: true);
            }
        }

        states.ShouldBeGreaterThan(100);
        lossy.ShouldBeGreaterThan(states / 50, "states in which unsynced bytes were lost must occur, or this shows nothing");
    }

    /// <summary>The control: a log that acknowledged without syncing would lose records in this harness.</summary>
    [Fact]
    public async Task Append_SyncsAreLeftOut_AcknowledgedRecordsAreLost()
    {
        var calls = new RecordingCalls(_folder["log"]);
        var acknowledged = await RunAsync(new FileEventLog(_folder["log"], _time, calls, FullSegment), calls);
        List<DiskOperation> unsynced = [.. calls.Journal.Where(operation => operation is not (DiskOperation.SyncFile or DiskOperation.SyncFolder))];
        var lost = 0;
        for (var state = 0; state < 20; state++)
        {
            new CrashState(unsynced, new Random(state)).WriteTo(_folder[$"control-{state}"]);
            var found = (await SmallLog.ReadAsync(new FileEventLog(_folder[$"control-{state}"], _time))).Select(record => record.Id).ToList();
            lost += acknowledged.Count(ack => !found.Contains(ack.Id));
        }

        lost.ShouldBeGreaterThan(20);
    }

    private static async Task<List<(RecordId Id, int Moment)>> RunAsync(FileEventLog log, RecordingCalls calls)
    {
        List<(RecordId Id, int Moment)> acknowledged = [];
        for (var i = 0; i < Records; i++)
        {
            // Every third batch repeats a record and brings another.
            List<NewRecord> batch = i % 3 == 2 ? [SegmentedLog.RecordOf(i - 1), SegmentedLog.RecordOf(i)] : [SegmentedLog.RecordOf(i)];
            await log.AppendAsync(batch, CancellationToken.None);
            acknowledged.Add((SmallLog.IdOf(i), calls.Journal.Count));
        }

        return acknowledged;
    }

    private async Task<List<(RecordId Id, int Moment)>> RunInPairsAsync(RecordingCalls calls)
    {
        var (one, other) = (Open(), Open());
        List<(RecordId Id, int Moment)> acknowledged = [];
        for (var i = 0; i < 5; i++)
        {
            // The second append of each writer makes it one of those who share.
            await AppendAsync(i == 0 || i == 3 ? one : other, i);
        }

        for (var i = 5; i < Records; i += 2)
        {
            var syncs = Syncs();
            calls.BeforeTurn = () => AppendAsync(other, i + 1).GetAwaiter().GetResult();
            await AppendAsync(one, i);
            (Syncs() - syncs).ShouldBe(1, "one sync is for both");
        }

        acknowledged.Sort((left, right) => left.Id.Value.CompareTo(right.Id.Value));
        return acknowledged;

        FileEventLog Open() => new(_folder["log"], _time, calls);

        int Syncs() => calls.Journal.Count(operation => operation is DiskOperation.SyncFile);

        async Task AppendAsync(FileEventLog log, int i)
        {
            await log.AppendAsync(SegmentedLog.RecordOf(i), CancellationToken.None);
            acknowledged.Add((SmallLog.IdOf(i), calls.Journal.Count));
        }
    }

    /// <summary>Gives 1 where the crash left less than had been written.</summary>
    private async Task<int> CheckAsync(string where, IReadOnlyList<RecordId> acknowledged, string when)
    {
        var log = new FileEventLog(where, _time, new NextBoot(_folder["boot"]), FullSegment);
        var found = (await SmallLog.ReadAsync(log)).Select(record => record.Id).ToList();
        found.Take(acknowledged.Count).ShouldBe(acknowledged, when);
        log.Damage.ShouldNotContain(damage => damage.Kind == DamageKind.Missing, when);

        for (var i = 0; i < Records; i++)
        {
            var outcome = await log.AppendAsync(SegmentedLog.RecordOf(i), CancellationToken.None);
            outcome.Duplicate.ShouldBe(found.Contains(SmallLog.IdOf(i)), $"{when}, record {i}");
        }

        (await SmallLog.ReadAsync(new FileEventLog(where, _time))).Select(record => record.Id)
            .ShouldBe(Enumerable.Range(0, Records).Select(SmallLog.IdOf), ignoreOrder: true, when);
        return log.Damage.Count > 0 ? 1 : 0;
    }
}

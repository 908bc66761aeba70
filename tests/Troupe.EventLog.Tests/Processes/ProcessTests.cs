using System.Collections;
using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Writers in processes of their own, many at once, some of them killed.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly int Stress = int.TryParse(Environment.GetEnvironmentVariable("TROUPE_STRESS"), out var stress) ? stress : 1;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_HundredProcessesAtOnce_NoLossNoDuplicateNoError()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => RunAsync("2")));

        runs.ShouldAllBe(run => run.ExitCode == 0 && run.ErrorText == "");
        var log = new FileEventLog(_folder["log"], TimeProvider.System);
        var read = await SmallLog.ReadAsync(log);
        read.Select(r => r.Id).ShouldBe(runs.SelectMany(Acknowledged), ignoreOrder: true);
        log.Damage.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_WritersAreKilled_KeepsEveryAcknowledgedRecordOnce()
    {
        var random = new Random(20260111);
        var acknowledged = new List<RecordId>();
        for (var round = 0; round < 3 * Stress || (!Sealed() && round < 20); round++)
        {
            var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync("100000", $"{random.Next(200_000)}", "60000")));
            runs.ShouldAllBe(run => run.ExitCode == 128 + 9 && run.ErrorText == "");
            acknowledged.AddRange(runs.SelectMany(Acknowledged));
        }

        var log = new FileEventLog(_folder["log"], TimeProvider.System);
        var records = await SmallLog.ReadAsync(log);
        Sealed().ShouldBeTrue("segments were sealed while writers were killed");
        var read = records.Select(r => r.Id).ToHashSet();
        acknowledged.Count.ShouldBeGreaterThan(24 * Stress - 1);
        acknowledged.ShouldAllBe(id => read.Contains(id));
        log.Damage.ShouldAllBe(d => d.Kind == DamageKind.Torn || d.Kind == DamageKind.TornTail);
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Append_HundredProcessesWhileTwentyReaders_EveryReaderSeesAPrefix()
    {
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 20).Select(_ => Task.Run(() => ReadUntilAsync(over.Token))).ToList();

        var runs = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => RunAsync("3")));
        await over.CancelAsync();
        var seen = await Task.WhenAll(readers);

        runs.ShouldAllBe(run => run.ExitCode == 0 && run.ErrorText == "");
        var log = new FileEventLog(_folder["log"], TimeProvider.System);
        var read = (await SmallLog.ReadAsync(log)).Select(record => record.Id).ToList();
        read.ShouldBe(runs.SelectMany(Acknowledged), ignoreOrder: true);
        seen.ShouldAllBe(ids => ids.SequenceEqual(read.Take(ids.Count)));
        log.Damage.ShouldBeEmpty();
    }

    private bool Sealed() => new SegmentFolder(new StorageFolder(LinuxCalls.Instance, _folder["log"])).CountSealed() > 0;

    /// <summary>Reads the log again and again, each time all of it; what was seen once is seen ever after.</summary>
    private async Task<List<RecordId>> ReadUntilAsync(CancellationToken over)
    {
        List<RecordId> seen = [];
        while (!over.IsCancellationRequested)
        {
            var log = new FileEventLog(_folder["log"], TimeProvider.System);
            var now = (await SmallLog.ReadAsync(log)).Select(record => record.Id).ToList();
            now.Take(seen.Count).ShouldBe(seen);
            log.Damage.ShouldNotContain(damage => damage.LostRecords);
            seen = now;
        }

        return seen;
    }

    private static IEnumerable<RecordId> Acknowledged(ProgramResult run) =>
        run.OutputText.Split('\n').Where(line => line.Length == 36).Select(RecordId.Parse);

    private async Task<ProgramResult> RunAsync(params string[] arguments) => await ProgramRunner.RunAsync(
        new ProgramRequest
        {
            Program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Troupe.EventLog.Writer", "debug", "Troupe.EventLog.Writer"),
            Arguments = [_folder["log"], .. arguments],
            WorkingDirectory = _folder.Path,
            Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal),
            Timeout = TimeSpan.FromMinutes(2),
        },
        TestContext.Current.CancellationToken);
}

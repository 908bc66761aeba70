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
        for (var round = 0; round < 3 * Stress; round++)
        {
            var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync("100000", $"{random.Next(200_000)}", "60000")));
            runs.ShouldAllBe(run => run.ExitCode == 128 + 9 && run.ErrorText == "");
            acknowledged.AddRange(runs.SelectMany(Acknowledged));
        }

        var log = new FileEventLog(_folder["log"], TimeProvider.System);
        var records = await SmallLog.ReadAsync(log);
        records[^1].Position.Segment.ShouldBeGreaterThan(0, "segments were sealed while writers were killed");
        var read = records.Select(r => r.Id).ToHashSet();
        acknowledged.Count.ShouldBeGreaterThan(24 * Stress - 1);
        acknowledged.ShouldAllBe(id => read.Contains(id));
        log.Damage.ShouldAllBe(d => d.Kind == DamageKind.Torn || d.Kind == DamageKind.TornTail);
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

using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Records that stand in the log twice, since a sync failed, and readers who begin between the two.</summary>
public sealed class EarlierRecordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_FromBetweenARecordAndItsRepetition_GivesWhatReadingFromTheStartGives()
    {
        await WriteTwiceAsync();
        var whole = await SmallLog.ReadAsync(Log.Open());
        whole.Count.ShouldBe(4);
        whole[^1].Position.Segment.ShouldBe(1);

        for (var i = 0; i < whole.Count; i++)
        {
            var log = Log.Open();

            (await SmallLog.ReadAsync(log, whole[i].Next)).Select(record => record.Id).ShouldBe(whole.Skip(i + 1).Select(record => record.Id), $"from behind record {i}");

            log.Damage.Select(damage => damage.Kind).ShouldBe(i < whole.Count - 1 ? [DamageKind.Repeated] : []);
        }
    }

    [Fact]
    public async Task Read_FromTheSegmentOfTheRepetition_PassesOverIt()
    {
        await WriteTwiceAsync();

        (await SmallLog.ReadAsync(Log.Open(), new Position(1, 0))).Select(record => record.Id).ShouldBe([SmallLog.IdOf(9)]);
    }

    [Fact]
    public async Task Follow_FromBetweenARecordAndItsRepetition_PassesOverIt()
    {
        await WriteTwiceAsync();
        await using var followed = Log.Open().FollowAsync(new Position(1, 0), Token).GetAsyncEnumerator(Token);

        (await followed.MoveNextAsync()).ShouldBeTrue();

        followed.Current.Id.ShouldBe(SmallLog.IdOf(9));
    }

    /// <summary>The disk never got the first one.</summary>
    [Fact]
    public async Task Read_FirstWasLostInThePowerCut_TheRepetitionCounts()
    {
        await WriteTwiceAsync();
        var first = (await SmallLog.ReadAsync(Log.Open()))[2];
        await using (var file = new FileStream(Path.Combine(_folder["log"], SegmentNames.Sealed(0)), FileMode.Open))
        {
            file.SetLength(first.Position.Offset);
        }

        (await SmallLog.ReadAsync(Log.Open(), new Position(1, 0))).Select(record => record.Id).ShouldBe([SmallLog.IdOf(8), SmallLog.IdOf(9)]);
    }

    /// <summary>Two records, one that is written to this segment and to the next, one more.</summary>
    private async Task WriteTwiceAsync()
    {
        await Log.FillAsync(2);
        var failed = 0;
        var calls = new FaultyCalls { Instead = (name, _) => name == "sync" && failed++ == 0 ? -Errno.InputOutput : null };
        await new FileEventLog(_folder["log"], TimeProvider.System, calls).AppendAsync(SegmentedLog.RecordOf(8), Token);
        await Log.Open().AppendAsync(SegmentedLog.RecordOf(9), Token);
    }
}

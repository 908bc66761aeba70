using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>A sweep shows what a reader reads, whatever was done to the log.</summary>
public sealed class LogSweepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sweep_SeveralSegments_ShowsEveryRecordWhereTheReaderFindsIt()
    {
        var log = new SegmentedLog(_folder["log"]);
        await log.FillAsync(30);
        var read = await SmallLog.ReadAsync(log.Open());
        new Redaction(_folder["log"]).Redact(read[3].Position).ShouldBeTrue();
        var sweep = new LogSweep(_folder["log"]);

        var swept = SweptIds.Of(sweep).Where(record => record.Kind != "segment_sealed").ToList();

        sweep.Segments.ShouldBe(log.Sealed + 1);
        sweep.LengthOf(0).ShouldBe(new FileInfo(log.File(SegmentNames.Sealed(0))).Length);
        swept.Select(record => (record.Id, record.At)).ShouldBe(read.Select(record => (record.Id, record.Position)));
        swept.ShouldAllBe(record => record.Kind == "sent" && record.HasBody);
        swept.Where(record => record.IsRedacted).Select(record => record.Id).ShouldBe([read[3].Id]);
        (await sweep.FindDamageAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_PlaceOfASweptRecord_GivesThatRecordAndNoOther()
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(4);
        var sweep = new LogSweep(_folder["log"]);

        (await sweep.ReadAsync([records[2].Position], Token))[0]!.Id.ShouldBe(records[2].Id);
        (await sweep.ReadAsync([new Position(0, records[2].Position.Offset + 1)], Token))[0].ShouldBeNull();
        (await sweep.ReadAsync([records[3].Next], Token))[0].ShouldBeNull();
    }

    [Fact]
    public async Task Sweep_NoLog_ShowsNothing()
    {
        var sweep = new LogSweep(_folder["none"]);

        SweptIds.Of(sweep).ShouldBeEmpty();
        sweep.LengthOf(0).ShouldBe(0);
        (await sweep.FindDamageAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_AnyByteDamaged_ShowsAndReportsWhatTheReaderDoes()
    {
        var log = new SmallLog(_folder["log"]);
        await log.FillAsync(4);
        var whole = log.Bytes;

        for (var at = 0; at < whole.Length; at++)
        {
            log.Change(file => Put(file, at, (byte)(whole[at] ^ 0x01)));
            await CompareAsync(log, $"byte {at}");
            log.Change(file => Put(file, at, whole[at]));
        }
    }

    [Fact]
    public async Task Sweep_CutAnywhere_ShowsWhatTheReaderDoesAndTakesNoTornTailForALoss()
    {
        var log = new SmallLog(_folder["log"]);
        await log.FillAsync(3);

        for (var length = log.Bytes.Length - 1; length >= 0; length--)
        {
            log.Change(file => file.SetLength(length));
            var damage = await CompareAsync(log, $"cut at {length}");
            damage.ShouldNotContain(one => one.LostRecords);
        }
    }

    [Fact]
    public async Task Sweep_SealedSegmentIsMissing_IsReported()
    {
        var log = new SegmentedLog(_folder["log"]);
        await log.FillAsync(30);
        File.Delete(log.File(SegmentNames.Sealed(0)));
        var sweep = new LogSweep(_folder["log"]);

        SweptIds.Of(sweep).ShouldNotBeEmpty();

        (await sweep.FindDamageAsync(Token)).ShouldContain(damage => damage.Kind == DamageKind.Missing);
    }

    [Fact]
    public async Task Sweep_LineLongerThanAnyRecord_GoesOnBehindIt()
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(2);
        var whole = log.Bytes;
        var next = (int)records[0].Next.Offset;
        log.Bytes = [.. whole[..next], .. Enumerable.Repeat((byte)'x', 3 * RecordFormat.MaxLength), (byte)'\n', .. whole[next..]];

        await CompareAsync(log, "a long line");
    }

    private static void Put(FileStream file, int at, byte value)
    {
        file.Position = at;
        file.WriteByte(value);
    }

    private async Task<IReadOnlyList<LogDamage>> CompareAsync(SmallLog log, string when)
    {
        var reader = log.Open();
        var read = await SmallLog.ReadAsync(reader);
        var sweep = new LogSweep(_folder["log"]);

        SweptIds.Of(sweep).Select(record => (record.Id, record.At)).ShouldBe(read.Select(record => (record.Id, record.Position)), when);
        var found = await sweep.FindDamageAsync(Token);
        found.ShouldBe(reader.Damage.Where(damage => damage.Kind != DamageKind.TornTail || found.Count > 0), when);
        return found;
    }
}

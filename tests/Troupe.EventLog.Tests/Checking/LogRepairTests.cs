using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class LogRepairTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SegmentedLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public async Task Apply_DamagedRecord_IsQuarantinedAndNoPositionMoves(int segment)
    {
        await Log.FillAsync(40);
        var all = await SmallLog.ReadAsync(Log.Open());
        segment = Math.Min(segment, Log.Sealed);
        var hurt = all.Where(record => record.Position.Segment == segment).ElementAt(1);
        var name = Log.File(segment == Log.Sealed ? SegmentNames.Active : SegmentNames.Sealed(segment));
        var bytes = await File.ReadAllBytesAsync(name, Token);
        bytes[(int)hurt.Position.Offset + 60] ^= 1;
        await File.WriteAllBytesAsync(name, bytes, Token);

        Repair();

        var log = Log.Open();
        var read = await SmallLog.ReadAsync(log);
        read.Select(record => (record.Id, record.Position)).ShouldBe(all.Where(record => record.Id != hurt.Id).Select(record => (record.Id, record.Position)));
        log.Damage.ShouldBeEmpty();
        var kept = Directory.GetFiles(Path.Combine(_folder["log"], "quarantine")).ShouldHaveSingleItem();
        (await File.ReadAllBytesAsync(kept, Token)).ShouldBe(bytes[(int)hurt.Position.Offset..(int)hurt.Next.Offset]);
        var report = new LogCheck(_folder["log"]).Run(Token);
        report.Findings.ShouldContain(finding => finding.Kind == LogFindingKind.KnownLoss);
        report.IsSound.ShouldBeTrue();
        (await Log.Open().AppendAsync(SegmentedLog.RecordOf(3), Token)).Duplicate.ShouldBe(hurt.Id != SmallLog.IdOf(3));
    }

    [Fact]
    public async Task Apply_ManifestMissingAndIndexWrong_MakesThemAnew()
    {
        await Log.FillAsync(40);
        var manifest = await File.ReadAllTextAsync(Log.File(SegmentNames.Manifest(0)), Token);
        File.Delete(Log.File(SegmentNames.Manifest(0)));
        var index = await File.ReadAllBytesAsync(Log.File(SegmentNames.Index(1)), Token);
        Array.Clear(index, IndexTable.Start, index.Length - IndexTable.Start);
        await File.WriteAllBytesAsync(Log.File(SegmentNames.Index(1)), index, Token);

        Repair();

        (await File.ReadAllTextAsync(Log.File(SegmentNames.Manifest(0)), Token)).ShouldBe(manifest);
        for (var i = 0; i < 40; i++)
        {
            (await Log.Open().AppendAsync(SegmentedLog.RecordOf(i), Token)).Duplicate.ShouldBeTrue();
        }

        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_TheSamePlanTwice_KeepsTheQuarantine()
    {
        await Log.FillAsync(3);
        var hurt = (await SmallLog.ReadAsync(Log.Open()))[1];
        var bytes = await File.ReadAllBytesAsync(Log.File(SegmentNames.Active), Token);
        bytes[(int)hurt.Position.Offset + 60] ^= 1;
        await File.WriteAllBytesAsync(Log.File(SegmentNames.Active), bytes, Token);
        var plan = LogRepair.Plan(new LogCheck(_folder["log"]).Run(Token));

        new LogRepair(_folder["log"]).Apply(plan);
        new LogRepair(_folder["log"]).Apply(plan);

        var kept = Directory.GetFiles(Path.Combine(_folder["log"], "quarantine")).ShouldHaveSingleItem();
        (await File.ReadAllBytesAsync(kept, Token)).ShouldBe(bytes[(int)hurt.Position.Offset..(int)hurt.Next.Offset]);
    }

    [Fact]
    public async Task Apply_DraftOfAnInterruptedRewrite_IsDeleted()
    {
        await Log.FillAsync(3);
        var draft = Log.File(SegmentNames.Active + SegmentNames.Draft);
        await File.WriteAllTextAsync(draft, "secret", Token);

        Repair();

        File.Exists(draft).ShouldBeFalse();
    }

    private void Repair() => new LogRepair(_folder["log"]).Apply(LogRepair.Plan(new LogCheck(_folder["log"]).Run(Token)));
}

using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class LogCheckTests : IDisposable
{
    /// <summary>Every so manieth byte is flipped; every single one in the long run.</summary>
    private static readonly int Step = Environment.GetEnvironmentVariable("TROUPE_STRESS") is null ? 11 : 1;

    private readonly TemporaryFolder _folder = new();

    private SegmentedLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_NoLog_IsSoundAndEmpty()
    {
        var report = Check();

        report.IsSound.ShouldBeTrue();
        report.Findings.ShouldBeEmpty();
        report.Records.ShouldBe(0);
    }

    [Fact]
    public async Task Run_SoundLog_CountsAndFindsNothing()
    {
        await Log.FillAsync(40);

        var report = Check();

        report.Findings.ShouldBeEmpty();
        report.Records.ShouldBe(40);
        report.Segments.ShouldBe(Log.Sealed + 1);
        report.Bytes.ShouldBe(Directory.GetFiles(_folder["log"], "*.jsonl").Sum(file => new FileInfo(file).Length));
    }

    /// <summary>Whatever byte of whatever segment changes, the check says so, and says where.</summary>
    [Fact]
    public async Task Run_AnyByteIsFlipped_IsFound()
    {
        await Log.FillAsync(12);
        Log.Sealed.ShouldBeGreaterThan(0);
        foreach (var name in (string[])[SegmentNames.Sealed(0), SegmentNames.Active])
        {
            var bytes = await File.ReadAllBytesAsync(Log.File(name), Token);
            for (var i = 0; i < bytes.Length; i += Step)
            {
                bytes[i] ^= 1;
                await File.WriteAllBytesAsync(Log.File(name), bytes, Token);

                Check().Findings.ShouldContain(finding => finding.File == Log.File(name), $"{name}, byte {i}");

                bytes[i] ^= 1;
            }

            await File.WriteAllBytesAsync(Log.File(name), bytes, Token);
        }
    }

    [Fact]
    public async Task Run_WholeRecordWasCutOutOfASealedSegment_ChainAndManifestShowIt()
    {
        await Log.FillAsync(40);
        var cut = (await SmallLog.ReadAsync(Log.Open())).First(record => record.Position.Segment == 1);
        var name = Log.File(SegmentNames.Sealed(1));
        var bytes = await File.ReadAllBytesAsync(name, Token);
        await File.WriteAllBytesAsync(name, [.. bytes[..(int)cut.Position.Offset], .. bytes[(int)cut.Next.Offset..]], Token);

        var report = Check();

        report.IsSound.ShouldBeFalse();
        report.Findings.Select(finding => finding.Kind).ShouldBe([LogFindingKind.ChangedSegment, LogFindingKind.BrokenChain], ignoreOrder: true);
        report.Findings.Single(finding => finding.Kind == LogFindingKind.BrokenChain).At.ShouldBe(cut.Position);
    }

    [Fact]
    public async Task Run_IndexLacksARecord_IsFoundAndNoLoss()
    {
        await Log.FillAsync(40);
        var index = Log.File(SegmentNames.Index(0));
        var bytes = await File.ReadAllBytesAsync(index, Token);
        Array.Clear(bytes, IndexTable.Start, bytes.Length - IndexTable.Start);
        await File.WriteAllBytesAsync(index, bytes, Token);

        var report = Check();

        report.Findings.ShouldHaveSingleItem().Kind.ShouldBe(LogFindingKind.IndexDrift);
        report.IsSound.ShouldBeTrue();
    }

    /// <summary>A backup may be mounted for reading only.</summary>
    [Fact]
    public async Task Run_OpensNothingForWriting()
    {
        await Log.FillAsync(40);
        var calls = new FaultyCalls();

        new LogCheck(new SegmentFolder(new StorageFolder(calls, _folder["log"]))).Run(Token).Records.ShouldBe(40);

        calls.Modes.ShouldAllBe(mode => mode == OpenMode.Read);
    }

    [Fact]
    public async Task Run_SegmentIsMissing_SaysWhichAndNothingTwice()
    {
        await Log.FillAsync(40);
        File.Delete(Log.File(SegmentNames.Sealed(1)));

        var finding = Check().Findings.ShouldHaveSingleItem();

        finding.Kind.ShouldBe(LogFindingKind.Missing);
        finding.File.ShouldBe(Log.File(SegmentNames.Sealed(1)));
    }

    private LogCheckReport Check() => new LogCheck(_folder["log"]).Run(Token);
}

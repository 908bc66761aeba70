using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class LogCountTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_LogOfSeveralSegments_CountsWhatItHolds()
    {
        var log = new SegmentedLog(_folder["log"]);
        await log.FillAsync(30);
        await log.Open().AppendAsync(new NewRecord { Kind = "read", Actor = "bolt" }, Token);
        await new FileBlobStore(_folder["log/blobs"]).PutAsync(new byte[7], Token);
        var segments = Directory.GetFiles(_folder["log"], "*.jsonl");

        var count = await new LogCount(_folder["log"], TimeProvider.System).RunAsync(Token);

        count.Segments.ShouldBe(segments.Length);
        count.Segments.ShouldBeGreaterThan(2);
        count.Records.ShouldBe(31);
        count.Bytes.ShouldBe(segments.Sum(file => new FileInfo(file).Length));
        count.ByKind.ShouldBe([new("sent", 30), new("read", 1)]);
        count.ByActor.ShouldBe([new("curator", 30), new("bolt", 1)]);
        (count.First, count.Last).ShouldBe((new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero)));
        (count.Blobs, count.BlobBytes).ShouldBe((1, 7));
        count.DerivedBytes.ShouldBe(Directory.GetFiles(_folder["log"]).Except(segments).Sum(file => new FileInfo(file).Length));
    }

    [Fact]
    public async Task Run_NoLog_IsAllZero()
    {
        var count = await new LogCount(_folder["none"], TimeProvider.System).RunAsync(Token);

        (count.Segments, count.Records, count.Bytes, count.Blobs, count.DerivedBytes).ShouldBe((0, 0, 0, 0, 0));
        (count.First, count.Last).ShouldBe((null, null));
    }
}

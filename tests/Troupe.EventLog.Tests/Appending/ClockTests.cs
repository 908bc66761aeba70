using Microsoft.Extensions.Time.Testing;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Clocks jump and programs grow old: neither changes what the log holds.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_ClockJumpsBack_OrderIsThatOfTheAppends()
    {
        for (var year = 2030; year >= 2026; year--)
        {
            var time = new FakeTimeProvider(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero));
            await new FileEventLog(_folder["log"], time).AppendAsync(new NewRecord { Kind = "sent", Actor = "a" }, Token);
        }

        var log = new FileEventLog(_folder["log"], TimeProvider.System);
        (await SmallLog.ReadAsync(log)).Select(record => record.Timestamp.Year).ShouldBe([2030, 2029, 2028, 2027, 2026]);
        log.Damage.ShouldBeEmpty();
    }

    [Fact]
    public async Task LogOfALaterVersion_IsNeitherReadNorAppendedTo()
    {
        var small = new SmallLog(_folder["log"]);
        await small.FillAsync(1);
        const string head = "{\"v\":2,\"new\":true";
        var line = $"{head},\"crc\":\"{Crc32C.Of(System.Text.Encoding.ASCII.GetBytes(head)):x8}\"}}\n";
        small.Bytes = [.. small.Bytes, .. System.Text.Encoding.ASCII.GetBytes(line)];
        var before = small.Bytes;

        (await Should.ThrowAsync<TroupeException>(SmallLog.ReadAsync(small.Open()))).Message.ShouldContain("Use a newer troupe");
        (await Should.ThrowAsync<TroupeException>(small.Open().AppendAsync(SegmentedLog.RecordOf(1), Token).AsTask())).Message.ShouldContain("Use a newer troupe");

        small.Bytes.ShouldBe(before);
    }
}

using System.Text;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>What stands behind the last record: a write that a crash cut is normal, anything else is said and kept.</summary>
public sealed class LogEndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallLog Log => new(_folder["log"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{")]
    [InlineData("{\"v\":1")]
    [InlineData("{\"v\":1,\"id\":\"019bac3e-6d40")]
    public async Task Read_BeginningOfARecordWithoutItsNewline_IsATornTail(string tail) =>
        await CheckAsync(Encoding.ASCII.GetBytes(tail), DamageKind.TornTail, lost: false);

    [Theory]
    [InlineData("garbage\n")]
    [InlineData("{\"v\":1,\"id\":\"019bac3e-6d40\n")]
    [InlineData("\0\0\0\0\0\0\0\0\n")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("{\"v\":1,\"id\":\"\0\0\0\0")]
    [InlineData("garbage")]
    public async Task Read_FinishedLineOrWhatNoRecordBeginsWith_IsSaid(string tail) =>
        await CheckAsync(Encoding.ASCII.GetBytes(tail), DamageKind.Unproven, lost: true);

    [Fact]
    public async Task Read_FinishedLineThatEndsLikeARecord_IsALostOne() =>
        await CheckAsync("{\"v\":1,\"id\":\"x\",\"crc\":\"00000000\"}\n"u8.ToArray(), DamageKind.Corrupt, lost: true);

    [Fact]
    public async Task Append_BehindAFinishedLineThatIsNoRecord_KeepsItAndShowsThatNothingWasLost()
    {
        await Log.FillAsync(2);
        var before = Log.Bytes;
        Log.Bytes = [.. before, .. "garbage\n"u8];

        await Log.Open().AppendAsync(new NewRecord { Kind = "tested", Actor = "a" }, CancellationToken.None);

        Log.Bytes.AsSpan(before.Length).StartsWith("garbage\n"u8).ShouldBeTrue();
        var log = Log.Open();
        (await SmallLog.ReadAsync(log)).Count.ShouldBe(3);
        log.Damage.ShouldHaveSingleItem().Kind.ShouldBe(DamageKind.Torn);
    }

    private async Task CheckAsync(byte[] tail, DamageKind kind, bool lost)
    {
        var records = await Log.FillAsync(2);
        Log.Bytes = [.. Log.Bytes, .. tail];
        var log = Log.Open();

        (await SmallLog.ReadAsync(log)).Count.ShouldBe(2);

        var damage = log.Damage.ShouldHaveSingleItem();
        damage.ShouldBe(new LogDamage(Log.File, records[1].Next, tail.Length, kind));
        damage.LostRecords.ShouldBe(lost);
        damage.ToString().ShouldContain($"{tail.Length} bytes");
        Log.Bytes.AsSpan((int)records[1].Next.Offset).SequenceEqual(tail).ShouldBeTrue();
    }
}

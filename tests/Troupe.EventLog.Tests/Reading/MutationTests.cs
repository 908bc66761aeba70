using System.Collections.Concurrent;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Every small damage to a log of 40 records: detected, located, and every undamaged record still read.</summary>
public sealed class MutationTests : IDisposable
{
    private const int Count = 40;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Some of the values below, through files and whole logs.</summary>
    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0x80)]
    [Trait("Suite", "Slow")]
    public async Task Read_AnyByteFlipped_LosesAtMostItsRecordAndSaysWhere(int mask)
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(Count);
        var whole = log.Bytes;

        for (var at = 0; at < whole.Length; at++)
        {
            await CheckAsync(log, records, whole, at, (byte)(whole[at] ^ mask));
        }
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Read_AnyByteBecomesALineFeed_LosesAtMostItsRecordAndSaysWhere()
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(Count);
        var whole = log.Bytes;

        for (var at = 0; at < whole.Length; at++)
        {
            await CheckAsync(log, records, whole, at, whole[at] == '\n' ? (byte)' ' : (byte)'\n');
        }
    }

    /// <summary>All 255 wrong values of each byte of the log: three and a half million logs, read in memory and only where they differ.</summary>
    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Read_AnyByteBecomesAnyOtherValue_LosesAtMostItsRecordAndSaysWhere()
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(Count);
        var whole = log.Bytes;
        records.Count.ShouldBe(Count);
        records[^1].Next.Offset.ShouldBe(whole.Length);
        var faults = new ConcurrentBag<string>();
        var bytesRead = 0;

        Parallel.For(
            0,
            whole.Length,
            () => new DamagedByteReading(whole, records),
            (at, state, reading) =>
            {
                Interlocked.Increment(ref bytesRead);
                if (reading.FirstFault(at) is { } fault)
                {
                    faults.Add(fault);
                    state.Stop();
                }

                return reading;
            },
            reading => reading.Dispose());

        faults.ShouldBeEmpty();
        bytesRead.ShouldBe(whole.Length);
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Read_CutAnywhere_GivesWhatIsWholeAndReportsTheTail()
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(Count);
        var whole = log.Bytes;

        for (var length = whole.Length - 1; length >= 0; length--)
        {
            log.Change(file => file.SetLength(length));
            var opened = log.Open();

            var read = await SmallLog.ReadAsync(opened);

            var expected = records.Count(r => r.Position.Offset + r.Json.Length <= length);
            read.Select(r => r.Id).ShouldBe(records.Take(expected).Select(r => r.Id), $"cut at {length}");
            var end = expected == 0 ? 0 : records[expected - 1].Next.Offset;
            if (length > end)
            {
                opened.Damage.ShouldHaveSingleItem().ShouldBe(new LogDamage(log.File, new Position(0, end), length - end, DamageKind.TornTail));
            }
            else
            {
                opened.Damage.ShouldBeEmpty($"cut at {length}");
            }
        }
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Read_AnyRecordTornAnywhereAndFusedWithTheNext_LosesThatRecordOnly()
    {
        var log = new SmallLog(_folder["log"]);
        var records = await log.FillAsync(Count);
        var whole = log.Bytes;

        for (var torn = 0; torn < Count - 1; torn++)
        {
            var (start, next) = ((int)records[torn].Position.Offset, (int)records[torn].Next.Offset);
            for (var kept = 1; kept < records[torn].Json.Length; kept++)
            {
                log.Change(file =>
                {
                    file.Position = start;
                    file.Write(whole.AsSpan(start, kept));
                    file.Write(whole.AsSpan(next));
                    file.SetLength(file.Position);
                });
                var opened = log.Open();

                var read = await SmallLog.ReadAsync(opened);

                read.Select(r => r.Id).ShouldBe(records.Where((_, i) => i != torn).Select(r => r.Id), $"record {torn} cut after {kept}");
                var damage = opened.Damage.ShouldHaveSingleItem($"record {torn} cut after {kept}");
                (damage.Start.Offset, damage.Length).ShouldBe((start, kept));
            }

            log.Change(file => file.Write(whole));
        }
    }

    private static void Put(SmallLog log, int at, byte value) => log.Change(file =>
    {
        file.Position = at;
        file.WriteByte(value);
    });

    private static async Task CheckAsync(SmallLog log, IReadOnlyList<LogRecord> records, byte[] whole, int at, byte value)
    {
        if (at > 0)
        {
            Put(log, at - 1, whole[at - 1]);
        }

        Put(log, at, value);
        var opened = log.Open();

        var read = await SmallLog.ReadAsync(opened);

        // A newline belongs to no record: both of its neighbours are undamaged.
        var expected = records.Where(r => at < r.Position.Offset || at >= r.Position.Offset + r.Json.Length).Select(r => r.Id);
        read.Select(r => r.Id).ShouldBe(expected, $"byte {at}");
        var damage = opened.Damage.ShouldHaveSingleItem($"byte {at}");
        // Where the first byte of a record became a line feed, the damage begins behind it.
        damage.Start.Offset.ShouldBeLessThanOrEqualTo(value == '\n' ? at + 1 : at);
        (damage.Start.Offset + damage.Length).ShouldBeGreaterThan(at);
        var record = records.FirstOrDefault(r => at >= r.Position.Offset && at < r.Position.Offset + r.Json.Length);
        if (record is not null && record != records[^1])
        {
            damage.Kind.ShouldBe(DamageKind.Corrupt, $"byte {at}: the chain shows that a record is missing");
        }
    }
}

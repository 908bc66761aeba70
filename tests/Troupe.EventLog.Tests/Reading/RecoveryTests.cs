using System.Text;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class RecoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallLog Log => new(_folder["log"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_AfterATornTail_TerminatesItAndLosesNothing()
    {
        var records = await Log.FillAsync(3);
        var torn = records[2].Position.Offset + 100;
        Log.Bytes = Log.Bytes[..(int)torn];

        await Log.Open().AppendAsync(new NewRecord { Kind = "tested", Actor = "a" }, CancellationToken.None);

        var log = Log.Open();
        var read = await SmallLog.ReadAsync(log);
        read.Select(r => r.Actor).ShouldBe(["curator", "curator", "a"]);
        read[2].Position.Offset.ShouldBe(torn + 1);
        log.Damage.ShouldBe([new LogDamage(Log.File, records[2].Position, 101, DamageKind.Torn)]);
        log.Damage[0].LostRecords.ShouldBeFalse();
    }

    /// <summary>Two damages at once: the chain that the next append begins behind them would hide that a whole record is lost.</summary>
    [Fact]
    public async Task Append_AfterADamagedRecordAndATornTail_TheLossIsStillTold()
    {
        var records = await Log.FillAsync(3);
        var bytes = Log.Bytes[..((int)records[2].Position.Offset + 100)];
        bytes[(int)records[1].Position.Offset + 60] ^= 1;
        Log.Bytes = bytes;

        await Log.Open().AppendAsync(new NewRecord { Kind = "tested", Actor = "a" }, CancellationToken.None);

        var log = Log.Open();
        (await SmallLog.ReadAsync(log)).Select(r => r.Actor).ShouldBe(["curator", "a"]);
        log.Damage.ShouldHaveSingleItem().Kind.ShouldBe(DamageKind.Corrupt);
    }

    [Fact]
    public async Task Append_AfterATornTailOfATornTail_StillChainsToTheLastValidRecord()
    {
        await Log.FillAsync(2);
        for (var i = 0; i < 3; i++)
        {
            File.AppendAllText(Log.File, "{\"v\":1,\"id\":\"019b");
            await Log.Open().AppendAsync(new NewRecord { Kind = "tested", Actor = $"a{i}" }, CancellationToken.None);
        }

        var log = Log.Open();
        (await SmallLog.ReadAsync(log)).Select(r => r.Actor).ShouldBe(["curator", "curator", "a0", "a1", "a2"]);
        log.Damage.Select(d => d.Kind).ShouldBe([DamageKind.Torn, DamageKind.Torn, DamageKind.Torn]);
    }

    [Fact]
    public async Task Read_TornRecordFusedWithTheNext_RecoversTheNext()
    {
        var records = await Log.FillAsync(4);
        var bytes = Log.Bytes;
        for (var kept = 1; kept < records[1].Json.Length; kept += 13)
        {
            Log.Bytes = [.. bytes[..((int)records[1].Position.Offset + kept)], .. bytes[(int)records[2].Position.Offset..]];
            var log = Log.Open();

            var read = await SmallLog.ReadAsync(log);

            read.Select(r => r.Id).ShouldBe([records[0].Id, records[2].Id, records[3].Id]);
            log.Damage.Single().ShouldBe(new LogDamage(Log.File, records[1].Position, kept, DamageKind.Corrupt));
        }
    }

    [Fact]
    public async Task Append_LastLineLacksOnlyItsNewline_KeepsItAndGoesOn()
    {
        var records = await Log.FillAsync(2);
        Log.Bytes = Log.Bytes[..^1];
        var end = (await SmallLog.ReadAsync(Log.Open()))[^1].Next;

        var appended = await Log.Open().AppendAsync([new NewRecord { Kind = "tested", Actor = "a" }], end, CancellationToken.None);

        appended.ShouldBeOfType<AppendResult.Appended>();
        var log = Log.Open();
        (await SmallLog.ReadAsync(log)).Select(r => r.Actor).ShouldBe(["curator", "curator", "a"]);
        (await SmallLog.ReadAsync(log, end)).Select(r => r.Actor).ShouldBe(["a"]);
        log.Damage.ShouldBeEmpty();
        (await Log.Open().AppendAsync(new NewRecord { Id = records[1].Id, Kind = "sent", Actor = "b" }, CancellationToken.None)).Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_BeginsRightBeforeTornBytes_JudgesThemByTheRecordBefore()
    {
        var records = await Log.FillAsync(2);
        File.AppendAllText(Log.File, "{\"v\":1,\"id\":\"019b");
        await Log.Open().AppendAsync(new NewRecord { Kind = "tested", Actor = "a" }, CancellationToken.None);
        var log = Log.Open();

        (await SmallLog.ReadAsync(log, records[1].Next)).ShouldHaveSingleItem();

        log.Damage.ShouldHaveSingleItem().Kind.ShouldBe(DamageKind.Torn);
    }

    [Fact]
    public async Task Read_SameRecordTwice_CountsTheFirstAndSaysSo()
    {
        var records = await Log.FillAsync(3);
        var repeated = Log.Bytes[..(int)records[1].Position.Offset];
        Log.Bytes = [.. Log.Bytes, .. repeated];
        var log = Log.Open();

        (await SmallLog.ReadAsync(log)).Select(r => r.Position).ShouldBe(records.Select(r => r.Position));

        log.Damage.ShouldHaveSingleItem().ToString().ShouldContain("repeats the id");
    }

    [Fact]
    public async Task Read_EarlierEndThanThePosition_IsRefused()
    {
        var records = await Log.FillAsync(3);
        Log.Bytes = Log.Bytes[..(int)records[2].Position.Offset];

        var refused = await Should.ThrowAsync<TroupeException>(SmallLog.ReadAsync(Log.Open(), records[2].Next));

        refused.Code.ShouldBe(ErrorCode.Storage);
        refused.Message.ShouldContain("cut or replaced");
    }

    [Fact]
    public async Task Read_RecordOfALaterVersion_IsRefusedByBothReaderAndWriter()
    {
        await Log.FillAsync(1);
        var line = "{\"v\":2,\"ident\":\"x\""u8.ToArray();
        var crc = Encoding.ASCII.GetBytes($",\"crc\":\"{Crc32C.Of(line):x8}\"}}\n");
        Log.Bytes = [.. Log.Bytes, .. line, .. crc];

        (await Should.ThrowAsync<TroupeException>(SmallLog.ReadAsync(Log.Open()))).Message.ShouldContain("newer troupe");
        var append = Log.Open().AppendAsync(new NewRecord { Kind = "tested", Actor = "a" }, CancellationToken.None).AsTask();
        (await Should.ThrowAsync<TroupeException>(append)).Message.ShouldContain("newer troupe");
    }

    [Fact]
    public async Task Read_RightChecksumOverNonsense_IsDamage()
    {
        var records = await Log.FillAsync(2);
        var nonsense = new List<byte>();
        foreach (var text in (string[])["{\"v\":1,\"id\":\"short\"", "{\"v\":0,\"id\":1", "{\"v\":1,\"id\":\"019bac3e\\", "{\"v\":1", "{\"v\":x"])
        {
            var line = Encoding.ASCII.GetBytes(text);
            nonsense.AddRange([.. line, .. Encoding.ASCII.GetBytes($",\"crc\":\"{Crc32C.Of(line):x8}\"}}\n")]);
        }

        Log.Bytes = [.. Log.Bytes, .. nonsense];
        var log = Log.Open();

        (await SmallLog.ReadAsync(log)).Count.ShouldBe(2);
        log.Damage.ShouldBe([new LogDamage(Log.File, records[1].Next, nonsense.Count, DamageKind.Corrupt)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((byte)'x')]
    public async Task Read_MegabytesOfRubbishInTheMiddle_FindsWhatFollows(byte rubbish)
    {
        var records = await Log.FillAsync(4);
        var cut = (int)records[2].Position.Offset;
        var filler = new byte[3_000_000];
        Array.Fill(filler, rubbish);
        Log.Bytes = [.. Log.Bytes[..cut], .. filler, .. Log.Bytes[cut..]];
        var log = Log.Open();

        (await SmallLog.ReadAsync(log)).Select(r => r.Id).ShouldBe(records.Select(r => r.Id));

        log.Damage.ShouldBe([new LogDamage(Log.File, records[2].Position, filler.Length, DamageKind.Torn)]);
    }

    [Fact]
    public async Task Read_ManyRecordsWithoutTheirNewlines_FindsEveryOne()
    {
        var records = await Log.FillAsync(40);
        Log.Bytes = [.. Enumerable.Repeat(Log.Bytes, 1).SelectMany(b => b).Where(b => b != '\n')];
        var log = Log.Open();

        (await SmallLog.ReadAsync(log)).Select(r => r.Id).ShouldBe(records.Select(r => r.Id));
        log.Damage.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_FirstRecordGone_IsReportedAsLost()
    {
        var records = await Log.FillAsync(2);
        var bytes = Log.Bytes;
        bytes[30] ^= 1;
        Log.Bytes = bytes;
        var log = Log.Open();

        (await SmallLog.ReadAsync(log)).Single().Id.ShouldBe(records[1].Id);

        var damage = log.Damage.Single();
        damage.LostRecords.ShouldBeTrue();
        damage.ToString().ShouldContain("at 0:0, ");
    }

    [Fact]
    public async Task Follow_LogIsReplaced_SaysSo()
    {
        await Log.FillAsync(1);
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var followed = new FileEventLog(_folder["log"], time).FollowAsync(Position.Start, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await followed.MoveNextAsync()).ShouldBeTrue();
        File.Move(Log.File, Log.File + ".old");
        File.WriteAllText(Log.File, "");

        var next = followed.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<TroupeException>(next)).Message.ShouldContain("replaced");
    }

    [Fact]
    public async Task Follow_RecordIsStillBeingWritten_WaitsForItsEnd()
    {
        await Log.FillAsync(2);
        var bytes = Log.Bytes;
        Log.Bytes = bytes[..^40];
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var log = new FileEventLog(_folder["log"], time);
        await using var followed = log.FollowAsync(Position.Start, CancellationToken.None).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await followed.MoveNextAsync()).ShouldBeTrue();
        var next = followed.MoveNextAsync().AsTask();

        await using (var file = new FileStream(Log.File, FileMode.Open, FileAccess.Write))
        {
            file.Seek(0, SeekOrigin.End);
            file.Write(bytes.AsSpan(bytes.Length - 40));
        }

        time.Advance(TimeSpan.FromSeconds(1));
        (await next).ShouldBeTrue();
        followed.Current.Id.ShouldBe(SmallLog.IdOf(1));
        log.Damage.ShouldBeEmpty();
    }
}

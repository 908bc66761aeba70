using System.Security.Cryptography;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class SegmentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SegmentedLog Log => new(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_SegmentIsFull_SealsItAndReadersSeeOneLog()
    {
        await Log.FillAsync(40);

        Log.Sealed.ShouldBeGreaterThan(3);
        var log = Log.Open();
        var read = await SmallLog.ReadAsync(log);
        read.Select(record => record.Id).ShouldBe(Enumerable.Range(0, 40).Select(SmallLog.IdOf));
        read.Select(record => record.Position).ShouldBeInOrder();
        read.Select(record => record.Position.Segment).Distinct().ShouldBe(Enumerable.Range(0, Log.Sealed + 1));
        log.Damage.ShouldBeEmpty();
        for (var i = 0; i < read.Count; i++)
        {
            (await SmallLog.ReadAsync(log, read[i].Next)).Select(record => record.Id).ShouldBe(read.Skip(i + 1).Select(record => record.Id));
        }
    }

    [Fact]
    public async Task Append_RecordOfASealedSegment_IsADuplicate()
    {
        await Log.FillAsync(40);
        var positions = (await SmallLog.ReadAsync(Log.Open())).Select(record => record.Position).ToList();

        for (var i = 0; i < 40; i++)
        {
            (await Log.Open().AppendAsync(SegmentedLog.RecordOf(i), Token)).ShouldBe(new AppendOutcome(SmallLog.IdOf(i), positions[i], Duplicate: true));
        }

        (await Log.Open().AppendAsync(new NewRecord { Kind = "sent", Actor = "b", DedupKey = "key 3" }, Token)).Id.ShouldBe(SmallLog.IdOf(3));
        (await Log.IdsAsync()).Count().ShouldBe(40);
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("rubbish")]
    [InlineData("of another segment")]
    public async Task Append_IndexOfASealedSegmentIsSpoilt_StillRecognisesItsRecords(string how)
    {
        await Log.FillAsync(40);
        var index = Log.File(SegmentNames.Index(1));
        switch (how)
        {
            case "deleted":
                File.Delete(index);
                break;
            case "rubbish":
                await File.WriteAllBytesAsync(index, [.. Enumerable.Repeat((byte)0xa5, 9000)], Token);
                break;
            default:
                File.Copy(Log.File(SegmentNames.Index(2)), index, overwrite: true);
                break;
        }

        for (var i = 0; i < 40; i++)
        {
            (await Log.Open().AppendAsync(SegmentedLog.RecordOf(i), Token)).Duplicate.ShouldBeTrue($"record {i}");
        }
    }

    [Fact]
    public async Task Append_OnlyIfEndIs_HoldsAcrossTheSealing()
    {
        var (end, moved) = (Position.Start, 0);
        for (var i = 0; i < 30; i++)
        {
            var before = end;
            var appended = await Log.Open().AppendAsync([SegmentedLog.RecordOf(i)], end, Token);
            end = appended.ShouldBeOfType<AppendResult.Appended>().End;

            var late = await Log.Open().AppendAsync([new NewRecord { Kind = "sent", Actor = "late" }], before, Token);
            late.ShouldBeOfType<AppendResult.Moved>().End.ShouldBeGreaterThanOrEqualTo(end);
            moved++;
        }

        moved.ShouldBe(30);
        Log.Sealed.ShouldBeGreaterThan(2);
    }

    /// <summary>The write that begins a segment is cut behind the segment's own first record, which is no news for a caller.</summary>
    [Fact]
    public async Task Append_OnlyIfEndIsAndTheSegmentHoldsItsOpeningOnly_IsAppended()
    {
        var calls = new FaultyCalls();
        var cut = new SegmentedLog(_folder["log"], calls);
        var count = await cut.FillUntilSealIsDueAsync();
        var end = (await SmallLog.ReadAsync(cut.Open()))[^1].Next;
        var writes = 0;
        calls.Instead = (name, _) =>
        {
            // The first write is cut, its line is ended, and then the disk is full.
            calls.LargestWrite = name == "write" && writes == 0 ? 300 : int.MaxValue;
            return name == "write" && writes++ > 1 ? -Errno.NoSpace : null;
        };
        await Should.ThrowAsync<TroupeException>(async () => await cut.Open().AppendAsync([SegmentedLog.RecordOf(count)], end, Token));
        (await File.ReadAllTextAsync(Log.File(SegmentNames.Active), Token)).ShouldContain("segment_sealed");

        var appended = await Log.Open().AppendAsync([SegmentedLog.RecordOf(count)], end, Token);

        appended.ShouldBeOfType<AppendResult.Appended>();
        (await Log.Open().AppendAsync([SegmentedLog.RecordOf(count + 1)], end, Token)).ShouldBeOfType<AppendResult.Moved>();
        (await Log.IdsAsync()).ShouldBe(Enumerable.Range(0, count + 1).Select(SmallLog.IdOf));
    }

    [Fact]
    public async Task Append_SealsASegment_WritesItsManifest()
    {
        await Log.FillAsync(40);

        for (var segment = 0; segment < Log.Sealed; segment++)
        {
            var bytes = await File.ReadAllBytesAsync(Log.File(SegmentNames.Sealed(segment)), Token);
            var manifest = SegmentManifest.TryRead(Log.Folder, segment).ShouldNotBeNull();
            manifest.Segment.ShouldBe(segment + 1);
            manifest.Bytes.ShouldBe(bytes.Length);
            manifest.Records.ShouldBe(bytes.Count(b => b == '\n'));
            manifest.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    [Fact]
    public async Task Read_ChainRunsOnFromSegmentToSegment()
    {
        await Log.FillAsync(40);

        var manifest = SegmentManifest.TryRead(Log.Folder, 0).ShouldNotBeNull();
        var opening = (await File.ReadAllLinesAsync(Log.File(SegmentNames.Sealed(1)), Token))[0];

        opening.ShouldContain("\"kind\":\"segment_sealed\",\"actor\":\"troupe\",\"segment\":1,\"bytes\":" + manifest.Bytes);
        opening.ShouldContain($"\"prev\":\"{manifest.Chain}\"");
    }

    [Fact]
    public async Task Append_RecordOfTheLogsOwnKind_IsRefused()
    {
        var refused = await Should.ThrowAsync<TroupeException>(
            Log.Open().AppendAsync(new NewRecord { Kind = "segment_sealed", Actor = "a" }, Token).AsTask());

        refused.Code.ShouldBe(ErrorCode.InvalidArgument);
    }

    [Fact]
    public async Task Follow_WriterSealsSegments_GivesEveryRecordOnce()
    {
        var seen = new List<RecordId>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var follower = Task.Run(
            async () =>
            {
                await foreach (var record in new FileEventLog(_folder["log"], TimeProvider.System).FollowAsync(Position.Start, enough.Token))
                {
                    seen.Add(record.Id);
                    if (seen.Count == 40)
                    {
                        return;
                    }
                }
            },
            Token);

        await Log.FillAsync(40);
        await follower.WaitAsync(TimeSpan.FromSeconds(30), Token);

        seen.ShouldBe(Enumerable.Range(0, 40).Select(SmallLog.IdOf));
    }

    [Fact]
    public async Task Read_SegmentIsMissing_SaysSoAndReadsTheOthers()
    {
        await Log.FillAsync(40);
        var all = await SmallLog.ReadAsync(Log.Open());
        File.Delete(Log.File(SegmentNames.Sealed(1)));

        var log = Log.Open();
        var read = await SmallLog.ReadAsync(log);

        read.Select(record => record.Id).ShouldBe(all.Where(record => record.Position.Segment != 1).Select(record => record.Id));
        var damage = log.Damage.ShouldHaveSingleItem();
        damage.ShouldBe(new LogDamage(Log.File(SegmentNames.Sealed(1)), new Position(1, 0), 0, DamageKind.Missing));
        damage.LostRecords.ShouldBeTrue();
        (await Log.Open().AppendAsync(SegmentedLog.RecordOf(39), Token)).Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_LastRecordOfASealedSegmentIsDamaged_IsCorruptAndTheNextSegmentIsRead()
    {
        await Log.FillAsync(40);
        var all = await SmallLog.ReadAsync(Log.Open());
        var hurt = all.Last(record => record.Position.Segment == 0);
        var name = Log.File(SegmentNames.Sealed(0));
        var bytes = await File.ReadAllBytesAsync(name, Token);
        bytes[(int)hurt.Position.Offset + 60] ^= 1;
        await File.WriteAllBytesAsync(name, bytes, Token);

        var log = Log.Open();
        (await SmallLog.ReadAsync(log)).Select(record => record.Id).ShouldBe(all.Where(record => record.Id != hurt.Id).Select(record => record.Id));

        log.Damage.ShouldBe([new LogDamage(name, hurt.Position, bytes.Length - hurt.Position.Offset, DamageKind.Corrupt)]);
    }

    [Fact]
    public async Task Read_PositionBeyondTheLastSegment_IsAnError()
    {
        await Log.FillAsync(10);

        var refused = await Should.ThrowAsync<TroupeException>(() => SmallLog.ReadAsync(Log.Open(), new Position(Log.Sealed + 1, 0)));

        refused.Message.ShouldContain("cut or replaced");
    }

    [Fact]
    public async Task Append_ManyWritersAtOnceWhileSegmentsAreSealed_LosesAndDoublesNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Log.FillAsync(25, writer * 25), Token)));

        var log = Log.Open();
        (await SmallLog.ReadAsync(log)).Select(record => record.Id).ShouldBe(Enumerable.Range(0, 200).Select(SmallLog.IdOf), ignoreOrder: true);
        log.Damage.ShouldBeEmpty();
        Log.Sealed.ShouldBeGreaterThan(20);
    }

    /// <summary>The process ends at each call in turn while it seals; the next one carries on.</summary>
    [Fact]
    public async Task Append_KilledAtEveryCallOfASealing_NothingIsLostOrDoubled()
    {
        for (var killAt = 0; ; killAt++)
        {
            var name = $"log-{killAt}";
            var count = await new SegmentedLog(_folder[name]).FillUntilSealIsDueAsync();
            var killed = false;
            var calls = new FaultyCalls { Instead = (_, call) => call == killAt ? throw new KilledException() : null };
            try
            {
                await new SegmentedLog(_folder[name], calls).FillAsync(1, count);
            }
            catch (KilledException)
            {
                killed = true;
            }

            await new SegmentedLog(_folder[name]).FillAsync(count + 1);

            var log = new SegmentedLog(_folder[name]).Open();
            (await SmallLog.ReadAsync(log)).Select(record => record.Id).ShouldBe(Enumerable.Range(0, count + 1).Select(SmallLog.IdOf), $"killed at call {killAt}");
            log.Damage.ShouldBeEmpty();
            if (!killed)
            {
                new SegmentedLog(_folder[name]).Sealed.ShouldBe(1, "the append that was killed is one that seals");
                killAt.ShouldBeGreaterThan(25);
                return;
            }
        }
    }

    private sealed class KilledException : Exception;
}

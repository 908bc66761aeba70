using Microsoft.Extensions.Time.Testing;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class FaultTests : IDisposable
{
    private static readonly NewRecord Record = new() { Kind = "tested", Actor = "a", Body = "0123456789", DedupKey = "k" };
    private readonly TemporaryFolder _folder = new();
    private readonly FaultyCalls _calls = new();

    private SmallLog Healthy => new(_folder["log"]);

    private FileEventLog Faulty => new(_folder["log"], new FakeTimeProvider(), _calls);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_EveryCallIsInterruptedOnce_Succeeds()
    {
        var interrupted = new HashSet<string>();
        _calls.Instead = (name, _) => interrupted.Add(name) ? -Errno.Interrupted : null;

        await Faulty.AppendAsync(Record, CancellationToken.None);
        await Faulty.AppendAsync(Record with { DedupKey = "k2" }, CancellationToken.None);

        interrupted.ShouldContain("write");
        interrupted.ShouldContain("sync");
        (await SmallLog.ReadAsync(Healthy.Open())).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Append_WritesAreShort_NoRecordIsLostOrDoubled(int largest)
    {
        await Healthy.FillAsync(2);
        var shortened = 0;
        _calls.Instead = (name, _) =>
        {
            // The first two writes are short, as on a disk that has almost no room left; then there is room again.
            _calls.LargestWrite = name == "write" && shortened++ < 2 ? largest : int.MaxValue;
            return null;
        };

        var outcomes = await Faulty.AppendAsync([Record, Record with { DedupKey = "k2" }, Record with { DedupKey = "k3" }], CancellationToken.None);

        var log = Healthy.Open();
        var read = await SmallLog.ReadAsync(log);
        read.Skip(2).Select(r => r.Id).ShouldBe(outcomes.Select(o => o.Id));
        read.Skip(2).Select(r => r.Position).ShouldBe(outcomes.Select(o => o.Position));
        log.Damage.ShouldNotBeEmpty();
        log.Damage.ShouldAllBe(d => d.Kind == DamageKind.Torn);
        (await Healthy.Open().AppendAsync(Record, CancellationToken.None)).Duplicate.ShouldBeTrue();
    }

    [Fact]
    public async Task Append_WritesStayShort_GivesUp()
    {
        await Healthy.FillAsync(1);
        _calls.LargestWrite = 50;

        var refused = await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Record, CancellationToken.None).AsTask());

        refused.Message.ShouldContain("only parts");
        (await SmallLog.ReadAsync(Healthy.Open())).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Append_OnlyTheNewlineIsMissing_AddsOnlyTheNewline()
    {
        var probe = new SmallLog(_folder["probe"]);
        await new FileEventLog(_folder["probe"], new FakeTimeProvider()).AppendAsync(Record, CancellationToken.None);
        _calls.Instead = (name, _) =>
        {
            _calls.LargestWrite = name == "write" ? probe.Bytes.Length - 1 : int.MaxValue;
            return null;
        };

        await Faulty.AppendAsync(Record, CancellationToken.None);

        Healthy.Bytes.Length.ShouldBe(probe.Bytes.Length);
        (await SmallLog.ReadAsync(Healthy.Open())).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Errno.NoSpace, "disk is full")]
    [InlineData(Errno.QuotaExceeded, "disk is full")]
    [InlineData(Errno.InputOutput, "disk reported an error")]
    [InlineData(27, "error 27")]
    public async Task Append_WriteFails_IsRefusedAndCanBeRepeated(int errno, string reason)
    {
        await Healthy.FillAsync(1);
        var writes = 0;
        _calls.LargestWrite = 50;
        _calls.Instead = (name, _) => name == "write" && writes++ > 0 ? -errno : null;

        var refused = await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Record, CancellationToken.None).AsTask());

        refused.Code.ShouldBe(ErrorCode.Storage);
        refused.Message.ShouldContain(reason);
        (await Healthy.Open().AppendAsync(Record, CancellationToken.None)).Duplicate.ShouldBeFalse();
        (await SmallLog.ReadAsync(Healthy.Open())).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(Errno.ReadOnly, "read-only")]
    [InlineData(Errno.AccessDenied, "not writable")]
    public async Task Append_FolderCannotBeWritten_SaysSo(int errno, string reason)
    {
        _calls.Instead = (name, _) => name == "open" ? -errno : null;

        var refused = await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Record, CancellationToken.None).AsTask());

        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Append_FolderIsAFile_SaysSo()
    {
        await File.WriteAllTextAsync(_folder["log"], "", TestContext.Current.CancellationToken);

        var refused = await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Record, CancellationToken.None).AsTask());

        refused.Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public async Task Append_SyncFailsAndSoDoesEverythingAfter_StillSaysWhy()
    {
        await Healthy.FillAsync(1);
        var failed = false;
        _calls.Instead = (name, _) => (failed |= name == "sync") ? -Errno.InputOutput : null;

        var refused = await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Record, CancellationToken.None).AsTask());

        refused.Message.ShouldContain("make durable");
    }

    [Fact]
    public async Task Sync_LogIsGone_IsAnError() =>
        (await Should.ThrowAsync<TroupeException>(async () => await Faulty.SyncAsync(new Position(0, 10), CancellationToken.None)))
            .Message.ShouldContain("no log");

    [Fact]
    public async Task Append_Duplicate_IsAcknowledgedOnlyAfterASync()
    {
        await Healthy.Open().AppendAsync(Record, CancellationToken.None);

        (await Faulty.AppendAsync(Record, CancellationToken.None)).Duplicate.ShouldBeTrue();

        _calls.Names[^1].ShouldBe("sync");
        _calls.Names.ShouldNotContain("write");
    }

    [Fact]
    public async Task Append_FirstRecord_MakesTheFoldersDurableBeforeItWrites()
    {
        await Faulty.AppendAsync(Record, CancellationToken.None);

        var firstWrite = _calls.Names.IndexOf("write");
        _calls.Names.Take(firstWrite).Count(name => name == "sync").ShouldBeGreaterThanOrEqualTo(2);
        _calls.Names[^1].ShouldBe("sync");
        _calls.Names.LastIndexOf("unlock").ShouldBeLessThan(_calls.Names.Count - 1);
    }

    [Fact]
    public async Task Append_IndexCannotBeUpdatedAfterTheWrite_IsAcknowledgedAndCaughtUpLater()
    {
        await Healthy.FillAsync(1);
        var written = false;
        _calls.Instead = (name, _) =>
        {
            written |= name == "write";
            return written && name == "writeAt" ? -Errno.NoSpace : null;
        };

        (await Faulty.AppendAsync(Record, CancellationToken.None)).Duplicate.ShouldBeFalse();

        (await Healthy.Open().AppendAsync(Record, CancellationToken.None)).Duplicate.ShouldBeTrue();
    }

    /// <summary>The process ends at each call in turn; whatever it left, the next one carries on, and a repetition never doubles.</summary>
    [Fact]
    public async Task Append_KilledAtEveryCall_NothingIsLostOrDoubled()
    {
        for (var killAt = 0; ; killAt++)
        {
            var name = $"log-{killAt}";
            var log = new SmallLog(_folder[name]);
            await log.FillAsync(3);
            File.AppendAllText(log.File, "{\"v\":1,\"torn");
            var calls = new FaultyCalls();
            calls.Instead = (call, i) =>
            {
                calls.LargestWrite = call == "write" && calls.Names.Count(n => n == "write") == 2 ? 170 : int.MaxValue;
                return i == killAt ? throw new KilledException() : null;
            };
            var killed = false;
            try
            {
                await new FileEventLog(_folder[name], new FakeTimeProvider(), calls).AppendAsync([Record, Record with { DedupKey = "k2" }], CancellationToken.None);
            }
            catch (KilledException)
            {
                killed = true;
            }

            await log.Open().AppendAsync([Record, Record with { DedupKey = "k2" }], CancellationToken.None);

            var opened = log.Open();
            var read = await SmallLog.ReadAsync(opened);
            read.Select(r => r.DedupKey).ShouldBe(["key 0", null, null, "k", "k2"], $"killed at call {killAt}");
            opened.Damage.ShouldAllBe(d => d.Kind == DamageKind.Torn);
            if (!killed)
            {
                killAt.ShouldBeGreaterThan(15);
                return;
            }
        }
    }

    private sealed class KilledException : Exception;
}

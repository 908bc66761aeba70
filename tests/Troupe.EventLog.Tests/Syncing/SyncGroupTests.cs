using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Writers of one log share syncs: whatever becomes of the others, what is acknowledged was synced.</summary>
public sealed class SyncGroupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FaultyCalls _calls = new();
    private readonly FaultyCalls _otherCalls = new();
    private readonly FileEventLog _one;
    private readonly FileEventLog _other;
    private int _next;

    public SyncGroupTests() => (_one, _other) = (Open(_calls), Open(_otherCalls));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Guid Boot => BootIdentity.Read(LinuxCalls.Instance);

    private StorageFolder Folder => new(LinuxCalls.Instance, _folder["log"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Append_Once_JoinsNobody()
    {
        Append(_one);

        File.Exists(Folder[SyncGroup.FileName]).ShouldBeFalse();
    }

    [Fact]
    public void Append_AnotherSyncedAfterIt_NeedsNoSyncOfItsOwn()
    {
        JoinBoth();

        SyncsOf(_calls, () => AppendWhileItWaits(() => Append(_other))).ShouldBe(0);
        SyncsOf(_otherCalls, () => AppendWhileItWaits(() => Append(_other))).ShouldBe(1);
    }

    [Fact]
    public void Append_ARepetition_IsSyncedByItself()
    {
        JoinBoth();
        using var page = Page();
        Before(_calls, "unlock", () => page.Publish(page.Written));

        SyncsOf(_calls, () => _one.AppendAsync(SegmentedLog.RecordOf(0), Token).AsTask().Result.Duplicate.ShouldBeTrue()).ShouldBe(1);
    }

    /// <summary>Before its sync or after it, but before it said so: it makes no difference to the others.</summary>
    [Fact]
    public void Append_WhoSyncsForItIsKilled_SyncsByItself()
    {
        JoinBoth();
        using var page = Page();
        Before(_calls, "unlock", () => page.Begin());

        SyncsOf(_calls, () => Append(_one)).ShouldBe(1);

        _calls.Names.Count(name => name == "sleep").ShouldBe(1, "it was waited for");
    }

    [Fact]
    public void Append_EveryTurnIsTakenAndNobodyEnds_SyncsByItself()
    {
        JoinBoth();
        using var file = StorageFile.Open(LinuxCalls.Instance, Folder[SyncGroup.FileName], OpenMode.ReadWrite);
        file.TryTake(0).ShouldBeTrue();
        file.TryTake(1).ShouldBeTrue();

        SyncsOf(_calls, () => Append(_one)).ShouldBe(1);
    }

    [Fact]
    public void Append_TheSyncItWaitedForFailed_ItsOwnFailsTooAndItIsWrittenAgain()
    {
        JoinBoth();
        using var page = Page();
        var number = 0;
        Before(_calls, "unlock", () => number = page.Begin().Number);
        var failed = 0;
        var then = _calls.Instead;
        _calls.Instead = (name, at) =>
        {
            if (name == "sleep")
            {
                page.End(number);
            }

            return name == "sync" && failed++ == 0 ? -Errno.InputOutput : then(name, at);
        };

        Append(_one).Segment.ShouldBe(0, "readers keep the first");

        File.Exists(Folder[SegmentNames.FailedSync(0)]).ShouldBeTrue();
        File.ReadAllText(Folder[SegmentNames.Active]).ShouldContain(SmallLog.IdOf(_next - 1).ToString());
        ShouldHoldAll();
    }

    [Fact]
    public void Append_ASyncOfAnotherFails_NeitherRestsOnIt()
    {
        JoinBoth();
        FailNextSync(_otherCalls);
        AppendWhileItWaits(() =>
        {
            Append(_other);
            FailNextSync(_calls);
        });

        var active = File.ReadAllText(Folder[SegmentNames.Active]);
        active.ShouldContain(SmallLog.IdOf(_next - 1).ToString());
        active.ShouldContain(SmallLog.IdOf(_next - 2).ToString());
        ShouldHoldAll();
    }

    /// <summary>The newcomer opened the log after a sync may have failed, and would not hear of it.</summary>
    [Fact]
    public void Append_SomebodyJoinsAndSyncsAfterIt_SyncsByItself()
    {
        JoinBoth();

        var syncs = SyncsOf(_calls, () => AppendWhileItWaits(() =>
        {
            var newcomer = Open(new FaultyCalls());
            Append(newcomer);
            Append(newcomer);
        }));

        syncs.ShouldBe(1);
    }

    [Fact]
    public void Append_SegmentIsSealedAfterIt_SyncsByItself()
    {
        JoinBoth();

        var syncs = SyncsOf(_calls, () => AppendWhileItWaits(() =>
        {
            Append(Open(new FaultyCalls(), fullSegment: 1));
            Append(_other);
            Append(_other);
        }));

        syncs.ShouldBe(1);
        ShouldHoldAll();
    }

    [Fact]
    public void Append_LogIsReplacedByAShorterOne_IsSynced()
    {
        Append(_one);
        var backup = File.ReadAllBytes(Folder[SegmentNames.Active]);
        JoinBoth();
        File.Delete(Folder[SegmentNames.Active]);
        File.WriteAllBytes(Folder[SegmentNames.Active], backup);

        for (var i = 0; i < 3; i++)
        {
            SyncsOf(_calls, () => Append(_one)).ShouldBe(1);
        }
    }

    [Fact]
    public void Append_BodyWasRedacted_IsSynced()
    {
        JoinBoth();
        new Redaction(_folder["log"]).Redact(new Position(0, 0));

        for (var i = 0; i < 3; i++)
        {
            SyncsOf(_calls, () => Append(_one)).ShouldBe(1);
        }

        ShouldHoldAll();
    }

    [Fact]
    public void Append_PageIsDeletedWhileInUse_EachGroupSyncsForItself()
    {
        JoinBoth();
        File.Delete(Folder[SyncGroup.FileName]);
        var newcomer = Open(new FaultyCalls());
        Append(newcomer);
        Append(newcomer);

        SyncsOf(_calls, () => AppendWhileItWaits(() => Append(newcomer))).ShouldBe(1);
        SyncsOf(_calls, () => AppendWhileItWaits(() => Append(_other))).ShouldBe(0, "those who know the old page still share");
        ShouldHoldAll();
    }

    [Theory]
    [InlineData(SyncPage.Length, true)]
    [InlineData(SyncPage.Length, false)]
    [InlineData(100, true)]
    [InlineData(0, true)]
    public void Append_PageIsSpoiltOrOfAnotherBoot_ANewOneTakesItsName(int length, bool spoilt)
    {
        var found = SyncPage.Empty(spoilt ? Boot : new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        found.AsSpan(spoilt ? 0 : 32).Fill(0x7f);
        Append(_one);
        File.WriteAllBytes(Folder[SyncGroup.FileName], found[..length]);

        SyncsOf(_calls, () => Append(_one)).ShouldBe(1);

        var made = File.ReadAllBytes(Folder[SyncGroup.FileName]);
        made.Length.ShouldBe(SyncPage.Length);
        new Guid(made.AsSpan(16, 16)).ShouldBe(Boot);
        File.Exists(Folder[SyncGroup.FileName + SegmentNames.Draft]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("map")]
    [InlineData("rename")]
    public void Append_PageCannotBeMade_EverybodySyncsForHimself(string call)
    {
        Append(_one);
        _calls.Instead = (name, _) => name == call ? -Errno.NotImplemented : null;

        SyncsOf(_calls, () => Append(_one)).ShouldBe(1);
        SyncsOf(_calls, () => Append(_one)).ShouldBe(1);
    }

    [Fact]
    public void Append_PlacesCannotBeTaken_SyncsWithoutWaiting()
    {
        JoinBoth();
        _calls.Instead = (name, _) => name == "tryTake" ? -Errno.NotImplemented : null;

        SyncsOf(_calls, () => Append(_one)).ShouldBe(1);
        _calls.Names.ShouldNotContain("sleep");
    }

    [Fact]
    public async Task Append_ManyWritersAtOnce_AllIsThere()
    {
        var logs = Enumerable.Range(0, 8).Select(_ => new FileEventLog(_folder["log"], TimeProvider.System)).ToArray();

        await Parallel.ForAsync(0, 160, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
            await logs[i % 8].AppendAsync(SegmentedLog.RecordOf(i), token));

        _next = 160;
        ShouldHoldAll();
    }

    private FileEventLog Open(FaultyCalls calls, long fullSegment = 1_000_000) =>
        new(_folder["log"], TimeProvider.System, calls, fullSegment);

    private Position Append(FileEventLog log)
    {
        var outcome = log.AppendAsync(SegmentedLog.RecordOf(_next++), Token).AsTask().GetAwaiter().GetResult();
        outcome.Duplicate.ShouldBeFalse();
        return outcome.Position;
    }

    /// <summary>Two appends of each: with the second it shares.</summary>
    private void JoinBoth()
    {
        foreach (var log in (FileEventLog[])[_one, _other, _one, _other])
        {
            Append(log);
        }
    }

    /// <summary>An append of the first writer; when it has written and is about to sync, something happens.</summary>
    private void AppendWhileItWaits(Action happening)
    {
        Before(_calls, "tryTake", happening);
        Append(_one);
    }

    private static void Before(FaultyCalls calls, string call, Action happening)
    {
        var done = false;
        calls.Instead = (name, _) =>
        {
            if (name == call && !done)
            {
                done = true;
                happening();
            }

            return null;
        };
    }

    private static void FailNextSync(FaultyCalls calls)
    {
        var failed = false;
        calls.Instead = (name, _) =>
        {
            var fails = name == "sync" && !failed;
            failed |= fails;
            return fails ? -Errno.InputOutput : null;
        };
    }

    private static int SyncsOf(FaultyCalls calls, Action action)
    {
        var before = calls.Names.Count(name => name == "sync");
        action();
        return calls.Names.Count(name => name == "sync") - before;
    }

    private SyncPage Page()
    {
        var file = StorageFile.Open(LinuxCalls.Instance, Folder[SyncGroup.FileName], OpenMode.ReadWrite);
        return SyncPage.TryMap(LinuxCalls.Instance, file).ShouldNotBeNull();
    }

    private void ShouldHoldAll()
    {
        var log = new FileEventLog(_folder["log"], TimeProvider.System);
        SmallLog.ReadAsync(log).GetAwaiter().GetResult().Select(record => record.Id)
            .ShouldBe(Enumerable.Range(0, _next).Select(SmallLog.IdOf), ignoreOrder: true);
        log.Damage.ShouldAllBe(damage => damage.Kind == DamageKind.Repeated);
    }
}

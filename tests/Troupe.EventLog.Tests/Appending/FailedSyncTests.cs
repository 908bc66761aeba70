using Microsoft.Extensions.Time.Testing;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>The disk refuses to store what memory holds, and says so once.</summary>
public sealed class FailedSyncTests : IDisposable
{
    private static readonly NewRecord Letter = new() { Kind = "tested", Actor = "a", Body = "0123456789", DedupKey = "k" };
    private readonly TemporaryFolder _folder = new();
    private readonly FaultyCalls _calls = new();

    private SmallLog Healthy => new(_folder["log"]);

    private FileEventLog Faulty => new(_folder["log"], new FakeTimeProvider(), _calls);

    private string Mark => Path.Combine(_folder["log"], SegmentNames.FailedSync(0));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_FirstSyncFails_IsWrittenOnceMoreToANewSegment()
    {
        await Healthy.FillAsync(1);
        FailSyncs(only: 1);

        var outcome = await Faulty.AppendAsync(Letter, Token);

        outcome.Duplicate.ShouldBeFalse();
        File.Exists(Mark).ShouldBeTrue();
        (await File.ReadAllTextAsync(Healthy.File, Token)).ShouldContain(outcome.Id.ToString(), Case.Sensitive, "the new segment holds it too");
        var log = Healthy.Open();
        (await SmallLog.ReadAsync(log)).Select(record => record.Id).ShouldBe([SmallLog.IdOf(0), outcome.Id]);
        log.Damage.ShouldHaveSingleItem().Kind.ShouldBe(DamageKind.Repeated);
    }

    [Fact]
    public async Task Append_EverySyncFails_IsNotAcknowledgedAndARepetitionIsWrittenAgain()
    {
        await Healthy.FillAsync(1);
        FailSyncs(only: int.MaxValue);
        var refused = await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Letter, Token).AsTask());
        refused.Code.ShouldBe(ErrorCode.Storage);
        refused.Message.ShouldContain("not acknowledged");

        var repeated = await Healthy.Open().AppendAsync(Letter, Token);

        repeated.Duplicate.ShouldBeTrue("readers have seen it");
        (await File.ReadAllTextAsync(Healthy.File, Token)).ShouldContain(repeated.Id.ToString(), Case.Sensitive, "only now is it durable");
        (await SmallLog.ReadAsync(Healthy.Open())).Select(record => record.Id).ShouldBe([SmallLog.IdOf(0), repeated.Id]);
        (await Healthy.Open().AppendAsync(Letter, Token)).Position.Segment.ShouldBe(1, "the durable one is the original");
    }

    [Fact]
    public async Task Append_SyncFailedInAnEarlierBoot_WhatTheDiskHoldsIsBelieved()
    {
        await Healthy.FillAsync(1);
        FailSyncs(only: int.MaxValue);
        await Should.ThrowAsync<TroupeException>(Faulty.AppendAsync(Letter, Token).AsTask());
        await File.WriteAllTextAsync(Mark, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString(), Token);

        var repeated = await Healthy.Open().AppendAsync(Letter, Token);

        repeated.Duplicate.ShouldBeTrue();
        repeated.Position.Segment.ShouldBe(0);
    }

    [Fact]
    public async Task Sync_Fails_IsAnErrorAgainAndAgainWhileAppendsGoOn()
    {
        var end = (await Healthy.FillAsync(1))[^1].Next;
        FailSyncs(only: 1);

        await Should.ThrowAsync<TroupeException>(async () => await Faulty.SyncAsync(end, Token));

        (await Should.ThrowAsync<TroupeException>(async () => await Healthy.Open().SyncAsync(end, Token))).Message.ShouldContain("restart");
        (await Healthy.Open().AppendAsync(Letter, Token)).Duplicate.ShouldBeFalse();
    }

    [Fact]
    public async Task Append_SegmentCannotBeRenamed_GoesOnInIt()
    {
        var log = new SegmentedLog(_folder["log"], _calls);
        await log.FillAsync(5);
        File.Exists(log.File(SegmentNames.Sealed(0))).ShouldBeFalse();
        _calls.Instead = (name, _) => name == "rename" ? -Errno.NoSpace : null;

        await log.FillAsync(20, 5);

        log.Sealed.ShouldBe(0);
        (await log.IdsAsync()).ShouldBe(Enumerable.Range(0, 25).Select(SmallLog.IdOf));
        _calls.Instead = (_, _) => null;
        await log.FillAsync(1, 25);
        log.Sealed.ShouldBe(1);
    }

    [Fact]
    public async Task Append_SealingFailsAfterTheSegmentHasItsNumber_BeginsANewOneAllTheSame()
    {
        var log = new SegmentedLog(_folder["log"], _calls);
        var count = await log.FillUntilSealIsDueAsync();
        var renames = 0;
        _calls.Instead = (name, _) => name == "rename" && ++renames == 2 ? -Errno.InputOutput : null;

        await log.FillAsync(2, count);

        log.Sealed.ShouldBe(1);
        (await log.IdsAsync()).ShouldBe(Enumerable.Range(0, count + 2).Select(SmallLog.IdOf));
        (await SmallLog.ReadAsync(log.Open()))[^1].Position.Segment.ShouldBe(1);
        (await log.Open().AppendAsync(SegmentedLog.RecordOf(0), Token)).Duplicate.ShouldBeTrue();
    }

    /// <summary>Each sync of an append that seals fails in turn. Nothing in doubt is acknowledged, and the log goes on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Append_SyncFailsWhileASegmentIsSealed_IsNeitherRepeatedNorForgotten(int which)
    {
        var log = new SegmentedLog(_folder["log"], _calls);
        var count = await log.FillUntilSealIsDueAsync();
        var syncs = 0;
        _calls.Instead = (name, _) => name == "sync" && ++syncs == which ? -Errno.InputOutput : null;

        var refused = await Record.ExceptionAsync(() => log.FillAsync(1, count));

        syncs.ShouldBeGreaterThanOrEqualTo(which);
        _calls.Instead = (_, _) => null;
        log.Sealed.ShouldBeGreaterThan(0);
        File.Exists(log.File(SegmentNames.FailedSync(0))).ShouldBe(which == 1, "the records of the sealed segment are in doubt only where their own sync failed");
        (refused is TroupeException).ShouldBe(which is 4 or 5, "names that are not durable hold no record");
        (await log.Open().AppendAsync(SegmentedLog.RecordOf(count), Token)).Duplicate.ShouldBe(refused is null);
        for (var i = 0; i <= count; i++)
        {
            (await log.Open().AppendAsync(SegmentedLog.RecordOf(i), Token)).Duplicate.ShouldBeTrue($"record {i}");
        }

        (await log.IdsAsync()).ShouldBe(Enumerable.Range(0, count + 1).Select(SmallLog.IdOf));
    }

    [Fact]
    public async Task Sync_LaterSegmentWhileAnEarlierOneIsInDoubt_IsRefused()
    {
        await Healthy.FillAsync(1);
        FailSyncs(only: 1);
        await Faulty.AppendAsync(Letter, Token);
        var end = await Healthy.Open().EndAsync(Token);
        end.Segment.ShouldBe(1);

        await Should.ThrowAsync<TroupeException>(async () => await Healthy.Open().SyncAsync(end, Token));
    }

    /// <summary>The mark of its own number is written next: nothing was sealed, and a second sync would claim success.</summary>
    [Fact]
    public async Task Sync_ActiveSegmentIsMarkedAndCouldNotBeSealed_IsRefusedAndFound()
    {
        var end = (await Healthy.FillAsync(1))[^1].Next;
        await File.WriteAllTextAsync(Path.Combine(_folder["log"], "events.failed"), BootIdentity.Read(LinuxCalls.Instance).ToString(), Token);

        await Should.ThrowAsync<TroupeException>(async () => await Healthy.Open().SyncAsync(end, Token));

        new LogCheck(_folder["log"]).Run(Token).Findings.ShouldHaveSingleItem().Kind.ShouldBe(LogFindingKind.InDoubt);
    }

    [Fact]
    public async Task Append_MarkOfAnEarlierBoot_IsForgotten()
    {
        await Healthy.FillAsync(1);
        await File.WriteAllTextAsync(Path.Combine(_folder["log"], "events.failed"), new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString(), Token);

        await Healthy.Open().AppendAsync(Letter, Token);

        File.Exists(Path.Combine(_folder["log"], "events.failed")).ShouldBeFalse();
        File.Exists(Path.Combine(_folder["log"], SegmentNames.Sealed(0))).ShouldBeFalse();
    }

    private void FailSyncs(int only)
    {
        var failed = 0;
        _calls.Instead = (name, _) => name == "sync" && failed++ < only ? -Errno.InputOutput : null;
    }
}

using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>A writer keeps its files open between appends; whatever others do to the log meanwhile, it sees.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SegmentedLog _log;

    public KeptFilesTests() => _log = new SegmentedLog(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_AnotherWriterSealedTheSegment_GoesToTheNextOne()
    {
        var kept = _log.Open();
        await AppendAsync(kept, 0);
        await _log.FillAsync(20, from: 1);
        var sealedBefore = _log.Sealed;

        var position = await AppendAsync(kept, 21);

        sealedBefore.ShouldBeGreaterThan(0);
        position.Segment.ShouldBeGreaterThanOrEqualTo(sealedBefore);
        await ShouldHoldAsync(22);
    }

    [Fact]
    public async Task Append_TwoWritersInTurn_ChainAndIndexesStayRight()
    {
        var (one, other) = (_log.Open(), _log.Open());
        for (var i = 0; i < 30; i += 2)
        {
            await AppendAsync(one, i);
            await AppendAsync(other, i + 1);
        }

        (await one.AppendAsync(SegmentedLog.RecordOf(29), Token)).Duplicate.ShouldBeTrue();
        (await other.AppendAsync(SegmentedLog.RecordOf(28), Token)).Duplicate.ShouldBeTrue();
        await ShouldHoldAsync(30);
    }

    [Fact]
    public async Task Append_BodyWasRedacted_GoesToTheRewrittenFile()
    {
        var kept = new FileEventLog(_folder["log"], TimeProvider.System);
        var position = await AppendAsync(kept, 0);
        new Redaction(_folder["log"]).Redact(position);

        await AppendAsync(kept, 1);

        await ShouldHoldAsync(2);
    }

    [Fact]
    public async Task Append_IndexWasDeleted_RepetitionsAreStillKnown()
    {
        var kept = new FileEventLog(_folder["log"], TimeProvider.System);
        await AppendAsync(kept, 0);
        File.Delete(_log.File(SegmentNames.ActiveIndex));
        await AppendAsync(kept, 1);
        await AppendAsync(new FileEventLog(_folder["log"], TimeProvider.System), 2);

        for (var i = 0; i < 3; i++)
        {
            (await kept.AppendAsync(SegmentedLog.RecordOf(i), Token)).Duplicate.ShouldBeTrue();
        }

        await ShouldHoldAsync(3);
    }

    [Fact]
    public async Task Append_AnotherWriterEnlargedTheIndex_RepetitionsAreStillKnown()
    {
        var (kept, other) = (new FileEventLog(_folder["log"], TimeProvider.System), new FileEventLog(_folder["log"], TimeProvider.System));
        await AppendAsync(kept, 0);
        await other.AppendAsync([.. Enumerable.Range(1, 1200).Select(SegmentedLog.RecordOf)], Token);

        (await kept.AppendAsync(SegmentedLog.RecordOf(1200), Token)).Duplicate.ShouldBeTrue();
        await AppendAsync(kept, 1201);
        (await other.AppendAsync(SegmentedLog.RecordOf(1201), Token)).Duplicate.ShouldBeTrue();
        await ShouldHoldAsync(1202);
    }

    [Fact]
    public async Task Append_IndexWasCutWhileInUse_IsMadeAnew()
    {
        var kept = new FileEventLog(_folder["log"], TimeProvider.System);
        await AppendAsync(kept, 0);
        await using (var index = new FileStream(_log.File(SegmentNames.ActiveIndex), FileMode.Open))
        {
            index.SetLength(IndexTable.Start);
        }

        await Should.ThrowAsync<Troupe.Core.TroupeException>(kept.AppendAsync(SegmentedLog.RecordOf(0), Token).AsTask());

        (await kept.AppendAsync(SegmentedLog.RecordOf(0), Token)).Duplicate.ShouldBeTrue();
        await AppendAsync(kept, 1);
        await ShouldHoldAsync(2);
    }

    [Fact]
    public async Task Append_LockWasDeleted_IsTakenAnew()
    {
        var kept = new FileEventLog(_folder["log"], TimeProvider.System);
        await AppendAsync(kept, 0);
        File.Delete(_log.File(WriterFiles.LockName));

        await AppendAsync(kept, 1);

        File.Exists(_log.File(WriterFiles.LockName)).ShouldBeTrue("others must wait for the same lock");
        await ShouldHoldAsync(2);
    }

    [Fact]
    public async Task Append_FolderWasReplaced_GoesToTheNewOne()
    {
        var kept = new FileEventLog(_folder["log"], TimeProvider.System);
        await AppendAsync(kept, 0);
        Directory.Move(_folder["log"], _folder["old"]);

        await AppendAsync(kept, 1);

        (await _log.IdsAsync()).ShouldBe([SmallLog.IdOf(1)]);
        (await SmallLog.ReadAsync(new FileEventLog(_folder["old"], TimeProvider.System))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Append_ASyncOfAnotherWriterFailed_TheSegmentIsLeftAlone()
    {
        var kept = new FileEventLog(_folder["log"], TimeProvider.System);
        await AppendAsync(kept, 0);
        FailedSync.MarkActive(_log.Folder, BootIdentity.Read(LinuxCalls.Instance));

        (await AppendAsync(kept, 1)).Segment.ShouldBe(1);
    }

    [Fact]
    public async Task Append_SameInstanceInManyThreads_LosesAndDoublesNothing()
    {
        var kept = _log.Open();

        await Parallel.ForAsync(0, 60, Token, async (i, _) => await AppendAsync(kept, i));

        await ShouldHoldAsync(60);
    }

    private static async Task<Position> AppendAsync(FileEventLog log, int i)
    {
        var outcome = await log.AppendAsync(SegmentedLog.RecordOf(i), Token);
        outcome.Duplicate.ShouldBeFalse();
        return outcome.Position;
    }

    private async Task ShouldHoldAsync(int records)
    {
        (await _log.IdsAsync()).ShouldBe(Enumerable.Range(0, records).Select(SmallLog.IdOf), ignoreOrder: true);
        new LogCheck(_folder["log"]).Run(Token).Findings.Where(finding => finding.Kind != LogFindingKind.NoManifest).ShouldBeEmpty();
    }
}

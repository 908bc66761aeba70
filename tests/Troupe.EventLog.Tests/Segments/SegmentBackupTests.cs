using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class SegmentBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SegmentedLog _log;

    public SegmentBackupTests() => _log = new SegmentedLog(_folder["log"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string BackupFolder => _folder["backup"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_NothingSealedYet_DoesNothing()
    {
        Run().Copied.ShouldBeEmpty();
        Directory.Exists(BackupFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_SealedSegments_AreCopiedOnceWithTheirManifests()
    {
        await _log.FillAsync(20);
        var copied = Run().Copied;
        var again = Run();

        copied.ShouldBe(Enumerable.Range(1, _log.Sealed));
        (again.Copied.Count, again.Present).ShouldBe((0, _log.Sealed));
        foreach (var name in copied.SelectMany(segment => new[] { SegmentNames.Sealed(segment - 1), SegmentNames.Manifest(segment - 1) }))
        {
            (await File.ReadAllBytesAsync(Path.Combine(BackupFolder, name), Token)).ShouldBe(await File.ReadAllBytesAsync(_log.File(name), Token));
        }
    }

    [Fact]
    public async Task Run_MoreWasSealed_CopiesOnlyThat()
    {
        await _log.FillAsync(10);
        var before = Run().Copied.Count;
        await _log.FillAsync(10, from: 10);

        Run().Copied.ShouldBe(Enumerable.Range(before + 1, _log.Sealed - before));
    }

    [Fact]
    public async Task Restore_CopiesAreCopiedBack_NothingIsMissing()
    {
        await _log.FillAsync(20);
        Run();
        File.Delete(_log.File(SegmentNames.Sealed(0)));

        File.Copy(Path.Combine(BackupFolder, SegmentNames.Sealed(0)), _log.File(SegmentNames.Sealed(0)));

        (await _log.IdsAsync()).ShouldBe(Enumerable.Range(0, 20).Select(SmallLog.IdOf));
        new LogCheck(_folder["log"]).Run(Token).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_SegmentWasRedacted_TheOldCopyIsReplaced()
    {
        await _log.FillAsync(20);
        Run();
        new Redaction(_folder["log"]).Redact((await SmallLog.ReadAsync(_log.Open()))[0].Position);

        Run().Copied.ShouldBe([1]);

        (await File.ReadAllTextAsync(Path.Combine(BackupFolder, SegmentNames.Sealed(0)), Token)).ShouldNotContain("Body 0\"");
    }

    [Fact]
    public async Task Run_SegmentWasChangedBySomebody_TheGoodCopyStays()
    {
        await _log.FillAsync(20);
        Run();
        File.Delete(Path.Combine(BackupFolder, SegmentNames.Manifest(0)));
        var good = await File.ReadAllBytesAsync(_log.File(SegmentNames.Sealed(0)), Token);
        var bad = (byte[])good.Clone();
        bad[60] ^= 1;
        await File.WriteAllBytesAsync(_log.File(SegmentNames.Sealed(0)), bad, Token);

        Run().Refused.ShouldBe([1]);

        (await File.ReadAllBytesAsync(Path.Combine(BackupFolder, SegmentNames.Sealed(0)), Token)).ShouldBe(good);
    }

    [Fact]
    public async Task Run_OnlySomeAreKept_OlderCopiesAreDeleted()
    {
        await _log.FillAsync(20);
        Run();
        var count = _log.Sealed;

        var pruned = Run(keep: 1).Pruned;

        pruned.ShouldBe(count - 1);
        Directory.GetFiles(BackupFolder).Select(Path.GetFileName).ShouldBe([SegmentNames.Sealed(count - 1), SegmentNames.Manifest(count - 1)], ignoreOrder: true);
        Run(keep: 1).Copied.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("writeAt", Errno.NoSpace, "disk is full")]
    [InlineData("sync", Errno.InputOutput, "disk reported an error")]
    public async Task Run_DiskFails_SaysSoAndLeavesNoHalfCopyUnderItsName(string call, int errno, string reason)
    {
        await _log.FillAsync(20);
        var calls = new FaultyCalls { Instead = (name, _) => name == call ? -errno : null };
        var backup = new SegmentBackup(_folder["log"], BackupFolder, calls);

        Should.Throw<TroupeException>(() => backup.Run(0, Token)).Message.ShouldContain(reason);
        File.Exists(Path.Combine(BackupFolder, SegmentNames.Sealed(0))).ShouldBeFalse();

        calls.Instead = (_, _) => null;
        backup.Run(0, Token).Copied.Count.ShouldBe(_log.Sealed);
    }

    [Fact]
    public async Task Run_CopyIsNotWhatWasWritten_TheCopyBeforeItStays()
    {
        await _log.FillAsync(20);
        Run();
        var name = Path.Combine(BackupFolder, SegmentNames.Sealed(0));
        var before = await File.ReadAllBytesAsync(name, Token);
        new Redaction(_folder["log"]).Redact((await SmallLog.ReadAsync(_log.Open()))[0].Position);
        var calls = new FaultyCalls
        {
            Instead = (call, _) =>
            {
                if (call == "sync" && File.Exists(name + SegmentNames.Draft))
                {
                    File.WriteAllText(name + SegmentNames.Draft, "rubbish");
                }

                return null;
            },
        };

        Should.Throw<TroupeException>(() => new SegmentBackup(_folder["log"], BackupFolder, calls).Run(0, Token)).Message.ShouldContain("Check that disk");

        (await File.ReadAllBytesAsync(name, Token)).ShouldBe(before);
    }

    [Fact]
    public async Task Run_SegmentIsRedactedBetweenItsFileAndItsManifest_IsCopiedAsItIsThen()
    {
        await _log.FillAsync(20);
        var (first, opened) = ((await SmallLog.ReadAsync(_log.Open()))[0].Position, 0);
        var calls = new FaultyCalls();
        calls.Instead = (call, _) =>
        {
            if (call == "open" && calls.Modes[^1] == OpenMode.Read && ++opened == 3)
            {
                new Redaction(_folder["log"]).Redact(first);
            }

            return null;
        };

        var report = new SegmentBackup(_folder["log"], BackupFolder, calls).Run(0, Token);

        opened.ShouldBeGreaterThan(3);
        (report.Refused.Count, report.Copied.Count).ShouldBe((0, _log.Sealed));
        (await File.ReadAllTextAsync(Path.Combine(BackupFolder, SegmentNames.Sealed(0)), Token)).ShouldNotContain("Body 0\"");
    }

    private BackupReport Run(int keep = 0) => new SegmentBackup(_folder["log"], BackupFolder).Run(keep, Token);
}

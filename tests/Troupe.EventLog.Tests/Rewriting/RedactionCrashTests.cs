using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class RedactionCrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Whatever the call that it dies at: nothing calls the segment changed, and a repetition ends where an undisturbed run does.</summary>
    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Redact_SealedSegmentAndDiesAtAnyStep_IsCompletedByRepeating()
    {
        var (died, step) = (true, 1);
        for (; died && step < 200; step++)
        {
            var log = new SegmentedLog(_folder[$"log-{step}"]);
            await log.FillAsync(8);
            log.Sealed.ShouldBeGreaterThan(0);

            died = await RedactionDeaths.DiesAsync(_folder[$"log-{step}"], "key 3", step);

            Findings(step).ShouldBeSubsetOf([LogFindingKind.NoManifest, LogFindingKind.Leftover], $"step {step}");
            (await RedactionDeaths.DiesAsync(_folder[$"log-{step}"], "key 3", int.MaxValue)).ShouldBeFalse();
            Findings(step).ShouldBeEmpty($"step {step}");
            (await File.ReadAllTextAsync(log.File(SegmentNames.Sealed(0)), Token)).ShouldNotContain("Body 3");
            (await log.IdsAsync()).ShouldBe(Enumerable.Range(0, 8).Select(SmallLog.IdOf));
            var backup = new SegmentBackup(_folder[$"log-{step}"], _folder[$"backup-{step}"]).Run(0, Token);
            (backup.Copied.Count, backup.Refused.Count).ShouldBe((log.Sealed, 0), $"step {step}");
        }

        step.ShouldBeInRange(10, 199);
    }

    /// <summary>
    /// Closing the file would end the lock only when every copy of its descriptor is closed, and a program that another thread is
    /// starting has one for a moment.
    /// </summary>
    [Fact]
    public async Task RedactAndRepair_Done_GiveTheLockBackThemselves()
    {
        await new SegmentedLog(_folder["log"]).FillAsync(3);
        var calls = new FaultyCalls();

        new Redaction(_folder["log"], calls).Redact(Position.Start);
        new LogRepair(_folder["log"], calls).Apply([]);

        calls.Names.Where(name => name is "lock" or "unlock").ShouldBe(["lock", "unlock", "lock", "unlock"]);
    }

    [Fact]
    public async Task RedactAndRepair_NetworkFileSystem_AreRefusedAndChangeNothing()
    {
        var log = new SegmentedLog(_folder["log"]);
        await log.FillAsync(3);
        var calls = new FaultyCalls { Instead = (name, _) => name == "fileSystemType" ? 0x6969 : null };
        var before = await File.ReadAllBytesAsync(log.File(SegmentNames.Active), Token);

        Should.Throw<Core.TroupeException>(() => new Redaction(_folder["log"], calls).Redact(Position.Start)).Message.ShouldContain("NFS");
        Should.Throw<Core.TroupeException>(() => new LogRepair(_folder["log"], calls).Apply([])).Message.ShouldContain("NFS");

        (await File.ReadAllBytesAsync(log.File(SegmentNames.Active), Token)).ShouldBe(before);
    }

    private List<LogFindingKind> Findings(int step) => [.. new LogCheck(_folder[$"log-{step}"]).Run(Token).Findings.Select(finding => finding.Kind)];
}

using Troupe.Cli.Tests.Mail;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Logs;

public sealed class LogCommandTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Fsck_SoundLog_SaysHowMuchThereIs()
    {
        await _shell.SendAsync("bolt", "curator", "One");

        var run = await _shell.RunAsync("fsck");

        run.ShouldSucceed();
        run.Output.ShouldStartWith("mail log: 1 record in 1 segment, ");
        run.Output.ShouldContain("nothing that was acknowledged is missing");
    }

    [Fact]
    public async Task Fsck_NoLogYet_IsSound() => (await _shell.RunAsync("fsck")).ShouldSucceed();

    [Fact]
    public async Task FsckAndRepair_DamagedRecord_AreAsTheGoldenFilesHaveThem()
    {
        await DamageTheSecondOfThreeAsync();

        Golden.Check("log-fsck.json", Stable((await RunAsync(1, "fsck", "--json")).Output));
        Golden.Check("log-fsck.txt", Stable((await RunAsync(1, "fsck")).Output));
        Golden.Check("log-repair.txt", Stable((await RunAsync(0, "repair")).Output));
        Golden.Check("log-repair.json", Stable((await RunAsync(0, "repair", "--json")).Output));
    }

    [Fact]
    public async Task Repair_WithoutApply_ChangesNothing()
    {
        await DamageTheSecondOfThreeAsync();
        var before = await File.ReadAllBytesAsync(_shell.LogFile, TestContext.Current.CancellationToken);

        await RunAsync(0, "repair");

        (await File.ReadAllBytesAsync(_shell.LogFile, TestContext.Current.CancellationToken)).ShouldBe(before);
        Directory.Exists(Path.Combine(_shell.MailFolder, "quarantine")).ShouldBeFalse();
    }

    [Fact]
    public async Task Repair_Apply_EndsTheWarningsAndKeepsTheBytes()
    {
        await DamageTheSecondOfThreeAsync();
        (await RunAsync(0, "inbox", "--persona", "curator")).Error.ShouldContain("see 'jules-mail fsck'");

        var repaired = await RunAsync(0, "repair", "--apply");

        repaired.Output.ShouldContain("quarantine");
        (await RunAsync(0, "inbox", "--persona", "curator")).Error.ShouldNotContain("warning");
        var check = await RunAsync(0, "fsck");
        check.Output.ShouldContain("known-loss");
        check.Output.ShouldContain("nothing but what a repair has put on record as lost is missing");
        Directory.GetFiles(Path.Combine(_shell.MailFolder, "quarantine")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Fsck_OutsideATeam_SaysSo()
    {
        Directory.Delete(Path.Combine(_shell.Repository, ".team"), recursive: true);
        Directory.Delete(Path.Combine(_shell.Repository, ".git"), recursive: true);

        (await _shell.RunAsync("fsck")).ExitCode.ShouldBe(4);
    }

    private async Task DamageTheSecondOfThreeAsync()
    {
        foreach (var subject in (string[])["one", "two", "three"])
        {
            await _shell.SendAsync("bolt", "curator", subject);
        }

        var text = await File.ReadAllTextAsync(_shell.LogFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_shell.LogFile, text.Replace("\"two\"", "\"tw0\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private async Task<MailRun> RunAsync(int code, params string[] arguments)
    {
        var run = await _shell.RunAsync(arguments);
        run.ExitCode.ShouldBe(code, run.Error);
        return run;
    }

    private string Stable(string text) => text.Replace(_shell.Repository, "REPO", StringComparison.Ordinal);
}

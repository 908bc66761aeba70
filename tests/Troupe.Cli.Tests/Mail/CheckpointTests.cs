namespace Troupe.Cli.Tests.Mail;

public sealed class CheckpointTests : IDisposable
{
    private readonly MailShell _shell = new();

    private string RecentFile => Path.Combine(_shell.MailFolder, "mailboxes.recent");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Inbox_LogThatHasGrown_MakesACheckpointAndSaysTheSame()
    {
        await FillAsync();
        var before = await _shell.RunAsync("inbox", "--persona", "curator");

        File.Exists(RecentFile).ShouldBeTrue();
        await _shell.RunAsync("mark-read", "--persona", "curator", await _shell.SendAsync("bolt", "curator", "four"));
        var after = await _shell.RunAsync("inbox", "--persona", "curator");

        after.Output.ShouldStartWith(before.Output.TrimEnd().Split('\n')[0]);
        after.Error.ShouldContain("4 messages, 3 unread");
    }

    [Fact]
    public async Task TagAdd_LogThatHasGrown_MakesACheckpointAsTheOtherMarksDo()
    {
        await FillAsync();
        var id = await _shell.SendAsync("bolt", "curator", "four");

        (await _shell.RunAsync("tag", "add", id, "perf", "--persona", "curator")).ShouldSucceed();

        File.Exists(RecentFile).ShouldBeTrue();
    }

    [Fact]
    public async Task Fsck_DamagedCheckpoint_IsANoteAndNoLoss()
    {
        await FillAsync();
        await _shell.RunAsync("inbox", "--persona", "curator");
        (await _shell.RunAsync("fsck", "--json")).Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
        File.WriteAllText(RecentFile, "no checkpoint");

        var run = await _shell.RunAsync("fsck", "--json");

        run.ShouldSucceed();
        var finding = run.Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("kind").GetString().ShouldBe("checkpoint-drift");
        finding.GetProperty("loss").GetBoolean().ShouldBeFalse();
        finding.GetProperty("file").GetString().ShouldBe(RecentFile);
        (await _shell.RunAsync("inbox", "--persona", "curator")).Error.ShouldContain("3 messages");
    }

    [Fact]
    public async Task Repair_DamagedCheckpoint_IsDeletedAndMadeAnew()
    {
        await FillAsync();
        await _shell.RunAsync("inbox", "--persona", "curator");
        File.WriteAllText(RecentFile, "no checkpoint");

        (await _shell.RunAsync("repair")).Output.ShouldContain("checkpoint-drift");
        File.Exists(RecentFile).ShouldBeTrue();
        (await _shell.RunAsync("repair", "--apply")).ShouldSucceed();
        File.Exists(RecentFile).ShouldBeFalse();

        (await _shell.RunAsync("inbox", "--persona", "curator")).Error.ShouldContain("3 messages");
        File.Exists(RecentFile).ShouldBeTrue();
        (await _shell.RunAsync("repair")).Output.ShouldContain("nothing to repair");
    }

    [Fact]
    public async Task Repair_BlobIsGone_SaysThatABackupOnlyCanMendIt()
    {
        await _shell.SendAsync("bolt", "curator", "Long", new string('s', 50_000));
        Directory.Delete(Path.Combine(_shell.MailFolder, "blobs"), recursive: true);

        var run = await _shell.RunAsync("repair", "--apply");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("missing-blob");
        run.Output.ShouldContain("only a backup can mend");
    }

    /// <summary>More than a checkpoint's step, in few messages.</summary>
    private async Task FillAsync()
    {
        foreach (var subject in new[] { "one", "two", "three" })
        {
            await _shell.SendAsync("bolt", "curator", subject, new string('x', 32_700));
        }
    }
}

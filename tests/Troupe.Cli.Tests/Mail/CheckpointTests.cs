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

    /// <summary>More than a checkpoint's step, in few messages.</summary>
    private async Task FillAsync()
    {
        foreach (var subject in new[] { "one", "two", "three" })
        {
            await _shell.SendAsync("bolt", "curator", subject, new string('x', 32_700));
        }
    }
}

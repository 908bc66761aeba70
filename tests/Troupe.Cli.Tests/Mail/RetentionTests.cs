using Troupe.Testing;

namespace Troupe.Cli.Tests.Mail;

public sealed class RetentionTests : IAsyncLifetime
{
    private readonly MailShell _shell = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.SendAsync("bolt", "curator", "Done with", "old words");
        await _shell.RunAsync("mark-read", (await _shell.SendAsync("bolt", "curator", "Long", new string('s', 50_000)))[^8..], "--persona", "curator");
        await _shell.SendAsync("bolt", "sentinel", "Never read", "unread words");
        await _shell.RunAsync("read", (await _shell.RunAsync("inbox", "--persona", "curator", "--json")).Json.GetProperty("messages")[0].GetProperty("id").GetString()!, "--persona", "curator");
        _shell.Clock.Now += TimeSpan.FromDays(365);
        foreach (var blob in Directory.GetFiles(Path.Combine(_shell.MailFolder, "blobs"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(blob, _shell.Clock.Now.UtcDateTime - TimeSpan.FromDays(300));
        }
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Retention_WithoutApply_SaysWhatItWouldDropAndChangesNothing()
    {
        var before = Everything();

        var run = await _shell.RunAsync("retention", "--older-than", "180d");
        var json = await _shell.RunAsync("retention", "--older-than", "180d", "--dry-run", "--json");

        run.ShouldSucceed();
        run.Output.ShouldStartWith("would drop what 2 messages from before 2026-07-15");
        run.Output.ShouldContain("9 bytes of text in the log, 1 blob of 50,000 bytes");
        run.Output.ShouldContain("kept 1 message ");
        Golden.Check("mail-retention.json", json.Output);
        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Retention_Apply_DropsAndKeepsWhatIsUnread()
    {
        var run = await _shell.RunAsync("retention", "--older-than", "180d", "--apply");
        var shown = await _shell.RunAsync("thread", (await Ids("curator"))[0], "--persona", "curator");

        run.ShouldSucceed();
        run.Output.ShouldStartWith("dropped what 2 messages ");
        shown.Output.ShouldContain("[redacted]");
        Everything().ShouldNotContain("old words");
        (await _shell.RunAsync("peek", (await Ids("sentinel"))[0], "--persona", "sentinel")).Output.ShouldContain("unread words");
        (await _shell.RunAsync("fsck")).ShouldSucceed();
    }

    [Fact]
    public async Task Retention_PersonaHasLeft_SaysWhatIsKeptForItAndHowToDropIt()
    {
        Directory.Delete(Path.Combine(_shell.Repository, ".team", "personas", "sentinel"), recursive: true);

        var kept = await _shell.RunAsync("retention", "--older-than", "180d");
        var json = await _shell.RunAsync("retention", "--older-than", "180d", "--json");
        var dropped = await _shell.RunAsync("retention", "--older-than", "180d", "--departed", "--apply");

        kept.Output.ShouldStartWith("would drop what 2 messages ");
        kept.Output.ShouldContain("1 message from before then: unread by sentinel alone, who is not in the team any more; --departed drops that too");
        json.Json.GetProperty("unreadByDeparted")[0].GetProperty("persona").GetString().ShouldBe("sentinel");
        json.Json.GetProperty("unreadByDeparted")[0].GetProperty("messages").GetInt32().ShouldBe(1);
        dropped.Output.ShouldStartWith("dropped what 3 messages ");
        Everything().ShouldNotContain("unread words");
    }

    [Fact]
    public async Task Retention_SettingSaysHowOld_IsTaken()
    {
        await File.WriteAllTextAsync(Path.Combine(_shell.Repository, ".team", "troupe.toml"), "[mail]\nretention = \"30d\"\n", TestContext.Current.CancellationToken);

        (await _shell.RunAsync("retention")).Output.ShouldStartWith("would drop what 2 messages from before 2026-12-12");
    }

    [Fact]
    public async Task Retention_NoAgeOrNoneThatMakesSense_IsRefused()
    {
        (await _shell.RunAsync("retention")).ShouldFail(2, "--older-than 180d");
        (await _shell.RunAsync("retention", "--older-than", "12h")).ShouldFail(2, "'12h' is no age");
        (await _shell.RunAsync("retention", "--older-than", "0d")).ShouldFail(2, "'0d' is no age");
        (await _shell.RunAsync("retention", "--older-than", "9d", "--apply", "--dry-run")).ShouldFail(2, "one of them");
    }

    private async Task<string[]> Ids(string persona) => [.. (await _shell.RunAsync("inbox", "--persona", persona, "--json")).Json
        .GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("id").GetString()!)];

    private string Everything() => string.Concat(
        Directory.GetFiles(_shell.MailFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file, System.Text.Encoding.Latin1)));
}

namespace Troupe.Cli.Tests.Mail;

/// <summary>A session that cannot write the log: its mail is a file that the engine posts.</summary>
public sealed class OutboxFallbackTests : IDisposable
{
    private readonly MailShell _shell = new();

    public OutboxFallbackTests() => _shell.Environment["TROUPE_SESSION"] = "s7-bolt-1";

    public void Dispose() => _shell.Dispose();

    private string Outbox => Path.Combine(_shell.Repository, ".team", "outbox");

    [Fact]
    public async Task Send_LogThatCannotBeWritten_GoesToTheOutboxAndSaysSo()
    {
        CloseLog();

        var run = await _shell.RunAsync("send", "--persona", "bolt", "--to", "curator", "--subject", "S", "--body", "B", "--json");

        run.ShouldSucceed();
        run.Error.ShouldContain(Outbox);
        var file = Directory.GetFiles(Outbox).ShouldHaveSingleItem();
        run.Json.GetProperty("outbox").GetString().ShouldBe(file);
        File.ReadAllText(file).ShouldBe($"---\nid: {run.Json.GetProperty("id").GetString()}\nto: curator\nsubject: S\n---\n\nB");
    }

    [Fact]
    public async Task Send_AsAnotherPersona_IsWrittenAsThatOnesClaim()
    {
        CloseLog();

        var run = await _shell.RunAsync("send", "--persona", "sentinel", "--to", "curator", "--subject", "S", "--body", "B", "--json");

        run.ShouldSucceed();
        run.Error.ShouldContain("it speaks for sentinel, whose session this is not");
        File.ReadAllText(run.Json.GetProperty("outbox").GetString()!).ShouldContain("\nfrom: sentinel\nto: curator\n");
    }

    [Fact]
    public async Task MarkRead_AsAnotherPersona_IsWrittenAsThatOnes()
    {
        CloseLog();

        var run = await _shell.RunAsync("mark-read", "8c2e4b", "--persona", "sentinel");

        run.ShouldSucceed();
        File.ReadAllText(Directory.GetFiles(Outbox).ShouldHaveSingleItem()).ShouldBe("---\nfrom: sentinel\nmark-read: 8c2e4b\n---\n");
    }

    [Theory]
    [InlineData("send", "--to", "curator", "--subject", "S", "--body", "B")]
    [InlineData("mark-read", "8c2e4b")]
    [InlineData("ack", "8c2e4b")]
    public async Task Verb_LogThatCannotBeWrittenOutsideOfASession_IsAnErrorAndLeavesNothing(params string[] arguments)
    {
        _shell.Environment.Clear();
        CloseLog();
        var before = Directory.GetFileSystemEntries(_shell.Repository, "*", SearchOption.AllDirectories);

        (await _shell.RunAsync(arguments)).ShouldFail(8, "Could not open");

        Directory.GetFileSystemEntries(_shell.Repository, "*", SearchOption.AllDirectories).ShouldBe(before);
    }

    [Fact]
    public async Task Read_MarkThatCannotBeWrittenOutsideOfASession_ShowsTheMessageAndSaysThatItStaysUnread()
    {
        _shell.Environment.Clear();
        var id = await _shell.SendAsync("bolt", "curator", "Hello", "The text");
        File.Delete(Path.Combine(_shell.MailFolder, "events.lock"));
        Directory.CreateDirectory(Path.Combine(_shell.MailFolder, "events.lock"));

        var run = await _shell.RunAsync("read", id, "--persona", "curator");

        (run.ExitCode, run.Output.Contains("The text", StringComparison.Ordinal)).ShouldBe((1, true));
        run.Error.ShouldContain("not marked as read");
        Directory.Exists(Outbox).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_SessionWhoseEnvironmentIsHidden_IsKnownByItsCheckout()
    {
        _shell.Environment.Clear();
        CloseLog();
        File.WriteAllText(Path.Combine(_shell.Repository, ".git", "troupe-team"), Path.Combine(_shell.Repository, ".team"));

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", "B")).ShouldSucceed();

        Directory.GetFiles(Outbox).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Send_UnknownRecipientAndNoLog_IsStillRefused()
    {
        CloseLog();

        (await _shell.RunAsync("send", "--to", "curater", "--subject", "S", "--body", "B")).ShouldFail(3, "curator");
        Directory.Exists(Outbox).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_NeitherLogNorOutbox_IsAnError()
    {
        CloseLog();
        _shell.Environment["TROUPE_OUTBOX"] = _shell.MailFolder;

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", "B")).ShouldFail(8, "TROUPE_OUTBOX");
    }

    [Fact]
    public async Task Send_NoTeamButAnOutbox_GoesThere()
    {
        Directory.Delete(Path.Combine(_shell.Repository, ".team"), recursive: true);
        _shell.Environment["TROUPE_OUTBOX"] = Path.Combine(_shell.Repository, "out");

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", "B")).ShouldSucceed();

        Directory.GetFiles(Path.Combine(_shell.Repository, "out")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task MarkRead_NoTeamButAnOutbox_GoesThere()
    {
        Directory.Delete(Path.Combine(_shell.Repository, ".team"), recursive: true);
        _shell.Environment["TROUPE_OUTBOX"] = Path.Combine(_shell.Repository, "out");
        _shell.Environment["JULES_PERSONA"] = "bolt";

        (await _shell.RunAsync("mark-read", "8c2e4b", "019bac3e")).ShouldSucceed();

        File.ReadAllText(Directory.GetFiles(Path.Combine(_shell.Repository, "out")).ShouldHaveSingleItem())
            .ShouldBe("---\nmark-read: 8c2e4b, 019bac3e\n---\n");
    }

    [Fact]
    public async Task Archive_LogThatCannotBeWritten_IsAnErrorBecauseTheOutboxCannotCarryIt()
    {
        CloseLog();

        (await _shell.RunAsync("archive", "8c2e4b")).ExitCode.ShouldBe(8);
        Directory.Exists(Outbox).ShouldBeFalse();
    }

    /// <summary>A file where the folder should be stops every user, the superuser too.</summary>
    private void CloseLog() => File.WriteAllText(_shell.MailFolder, "");
}

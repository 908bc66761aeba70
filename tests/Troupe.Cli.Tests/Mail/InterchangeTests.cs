namespace Troupe.Cli.Tests.Mail;

/// <summary><c>export</c> and <c>import</c> as a user calls them.</summary>
public sealed class InterchangeTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("maildir", 2)]
    [InlineData("mbox", 2)]
    [InlineData("eml", 1)]
    [InlineData("jsonl", 1)]
    [InlineData("v0", 1)]
    public async Task Export_ThenImportElsewhere_IsTheSameMail(string format, int files)
    {
        await _shell.SendAsync("bolt", "curator,sentinel", "olá", "Body\n");
        using var other = new MailShell();

        var exported = await _shell.RunAsync("export", "--format", format, "out", "--json");
        var imported = await other.RunAsync("import", "--format", format, Path.Combine(_shell.Repository, "out"), "--json");
        var again = await other.RunAsync("import", "--format", format, Path.Combine(_shell.Repository, "out"));

        exported.ShouldSucceed();
        exported.Output.ShouldBe($"{{\"schemaVersion\":1,\"format\":\"{format}\",\"folder\":\"{_shell.Repository}/out\",\"messages\":1,\"files\":{files},\"unchanged\":0,\"warnings\":[]}}\n");
        imported.ShouldSucceed();
        var found = format == "v0" ? 2 : 1;
        imported.Output.ShouldBe($"{{\"schemaVersion\":1,\"format\":\"{format}\",\"path\":\"{_shell.Repository}/out\",\"dryRun\":false,\"found\":{found},\"imported\":{found},\"present\":0,\"skipped\":[]}}\n");
        again.Output.ShouldBe($"0 messages imported from {_shell.Repository}/out, {found} here before\n");
        var inbox = await other.RunAsync("inbox", "--persona", "curator", "--json");
        var message = inbox.Json.GetProperty("messages")[0];
        message.GetProperty("subject").GetString().ShouldBe("olá");
        message.GetProperty("sentAt").GetString().ShouldBe("2026-01-11T09:06:00.000Z");
        message.GetProperty("importedFrom").GetString().ShouldBe(format);
    }

    [Fact]
    public async Task Export_ALinkThatIsAttached_IsAListOfOneAddress()
    {
        await _shell.SendAsync("bolt", "curator", "Design", "See it.", "--attach", "https://example.org/design.md");

        (await _shell.RunAsync("export", "out", "--format", "eml")).ShouldSucceed();

        var letter = Directory.EnumerateFiles(Path.Combine(_shell.Repository, "out"), "*.eml", SearchOption.AllDirectories).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(letter, TestContext.Current.CancellationToken)).ShouldContain("text/uri-list");
    }

    [Fact]
    public async Task Export_OfOnePersonaAndTime_SaysWhatItWrote()
    {
        await _shell.SendAsync("bolt", "curator", "one");
        await _shell.SendAsync("bolt", "sentinel", "two");

        (await _shell.RunAsync("export", "--format", "eml", "out", "--persona", "curator", "--since", "1h")).Output
            .ShouldBe($"1 message exported as eml to {_shell.Repository}/out: 1 file written\n");
        (await _shell.RunAsync("export", "--format", "eml", "out", "--persona", "curator")).Output
            .ShouldBe($"1 message exported as eml to {_shell.Repository}/out: 0 files written, 1 file there before\n");
        (await _shell.RunAsync("export", "--format", "eml", "out", "--since", "2027-01-01")).Output
            .ShouldBe($"0 messages exported as eml to {_shell.Repository}/out: 0 files written\n");
    }

    [Theory]
    [InlineData(2, "'zip' is no format: use one of maildir, mbox, eml, jsonl, v0", "export", "--format", "zip", "out")]
    [InlineData(2, "--since 'soon' is no moment", "export", "--format", "eml", "out", "--since", "soon")]
    [InlineData(3, "There is no message 'ffffff'", "export", "--format", "eml", "out", "--thread", "ffffff")]
    [InlineData(3, "There is no persona 'nobody'", "export", "--format", "eml", "out", "--persona", "nobody")]
    [InlineData(3, "Name the file or folder to import", "import", "--format", "eml", "nowhere")]
    [InlineData(3, "There is no persona 'nobody'", "import", "--format", "eml", ".", "--to", "nobody")]
    [InlineData(2, "--to takes one mailbox", "import", "--format", "eml", ".", "--to", "@all")]
    [InlineData(2, "--format", "export", "out")]
    public async Task Arguments_ThatMakeNoSense_AreToldWithTheirCode(int code, string message, params string[] arguments) =>
        (await _shell.RunAsync(arguments)).ShouldFail(code, message);

    [Theory]
    [InlineData("lst.mbox", "There is no file or folder 'REPO/lst.mbox', did you mean 'list.mbox'?")]
    [InlineData("elsewhere/list.mbox", "There is no file or folder 'REPO/elsewhere/list.mbox': 'REPO' is there and has no 'elsewhere'.")]
    [InlineData("dangling", "'REPO/dangling' is a link to 'gone', which is not there.")]
    public async Task Import_OfAPathThatIsNotThere_SaysWhatIsMissingAndWhatToDo(string path, string message)
    {
        Write("list.mbox", "");
        File.CreateSymbolicLink(Path.Combine(_shell.Repository, "dangling"), "gone");

        var run = await _shell.RunAsync("import", "--format", "mbox", path);

        run.ShouldFail(3, message.Replace("REPO", _shell.Repository, StringComparison.Ordinal) + " Name the file or folder to import;");
    }

    [Fact]
    public async Task Import_OfUnknownPeople_NamesThemAndWhatToDo()
    {
        Write("mail/1.eml", "From: ann@example.org\nTo: bob@example.org\nSubject: \u202eS\n\nbody");

        var run = await _shell.RunAsync("import", "--format", "eml", "mail");

        run.ShouldFail(3, "Nothing was imported. 2 names are nobody here:\n  ann@example.org (1 time)\n  bob@example.org (1 time)\nSay who they are with --map 'ann@example.org=PERSONA'");
        File.Exists(_shell.LogFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_OfBrokenFiles_NamesThemAndCanLeaveThemOut()
    {
        Write("mail/1.eml", "From: bolt@team\nTo: curator@team\nSubject: S\nDate: Sun, 11 Jan 2026 10:06:00 +0100\n\nbody");
        Write("mail/2.eml", "no mail");

        var refused = await _shell.RunAsync("import", "--format", "eml", "mail");
        var dry = await _shell.RunAsync("import", "--format", "eml", "mail", "--skip-broken", "--dry-run");
        var done = await _shell.RunAsync("import", "--format", "eml", "mail", "--skip-broken");

        refused.ShouldFail(2, "Nothing was imported: 1 message cannot be.");
        refused.Error.ShouldContain("mail/2.eml: it is no mail message");
        (dry.ExitCode, dry.Output).ShouldBe((1, $"1 message would be imported from {_shell.Repository}/mail, 1 left out\n"));
        (done.ExitCode, done.Output).ShouldBe((1, $"1 message imported from {_shell.Repository}/mail, 1 left out\n"));
        var id = (await _shell.RunAsync("inbox", "--persona", "curator", "--json")).Json.GetProperty("messages")[0].GetProperty("id").GetString()!;
        var shown = (await _shell.RunAsync("peek", id, "--persona", "curator")).Output;
        shown.ShouldMatch("Date +2026-01-11 09:06:00 UTC\\n");
        shown.ShouldMatch("Imported +from eml, 20");
        (await _shell.RunAsync("inbox", "--persona", "curator")).Output.ShouldContain("2026-01-11 09:06");
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_shell.Repository, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}

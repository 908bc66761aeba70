namespace Troupe.Cli.Tests.Mail;

public sealed class MailHelpTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("send", "send [<->]")]
    [InlineData("reply", "reply <ID> [<->]")]
    [InlineData("inbox", "inbox")]
    [InlineData("read", "read <ID>...")]
    [InlineData("peek", "peek <ID>...")]
    [InlineData("thread", "thread <ID>")]
    [InlineData("mark-read", "mark-read <ID>...")]
    [InlineData("mark-unread", "mark-unread <ID>...")]
    [InlineData("ack", "ack <ID>...")]
    [InlineData("archive", "archive <ID>...")]
    [InlineData("unarchive", "unarchive <ID>...")]
    [InlineData("trash", "trash <ID>...")]
    [InlineData("restore", "restore <ID>...")]
    [InlineData("tag add", "tag add <ID> <TAG>...")]
    [InlineData("tag rm", "tag rm <ID> <TAG>...")]
    [InlineData("tag ls", "tag ls <ID>")]
    [InlineData("sent", "sent")]
    [InlineData("check", "check")]
    [InlineData("export", "export <DIR>")]
    [InlineData("import", "import <PATH>")]
    public async Task Help_EveryVerb_NamesItsArgumentsAlikeAndGivesAnExample(string verb, string usage)
    {
        var run = await _shell.RunAsync([.. verb.Split(' '), "--help"]);

        run.ShouldSucceed();
        run.Output.ShouldContain($" {usage} [options]");
        run.Output.ShouldContain($"\n  jules-mail {verb}");
        run.Output.ShouldNotContain("<message");
        run.Output.ShouldNotContain("<MESSAGE>");
    }

    [Fact]
    public async Task Help_UnderTroupe_IsTheSame()
    {
        var own = (await _shell.RunAsync("send", "--help")).Output;
        var under = (await _shell.RunAsAsync("troupe", "mail", "send", "--help")).Output;

        Examples(under).ShouldBe(Examples(own));
        Examples(own).ShouldContain("jules-mail send --to curator");
    }

    [Fact]
    public async Task Verb_WithoutHelp_ParsesAsWithTheWholeTree()
    {
        // A body that reads like a request for help is parsed with everything that help needs.
        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body=-h")).ShouldSucceed();
        (await _shell.RunAsync("inbox", "--nonsense")).ShouldFail(2, "'jules-mail inbox' has no option '--nonsense'");
        (await _shell.RunAsAsync("troupe", "mail", "inbox", "stray")).ShouldFail(2, "'troupe mail inbox'");
    }

    private static string Examples(string help) => help[help.IndexOf("Examples:", StringComparison.Ordinal)..];
}

using Troupe.Testing;

namespace Troupe.Cli.Tests.Mail;

/// <summary>What others read: the JSON outputs by version, and the lists that people look at.</summary>
public sealed class OutputFormatTests : IDisposable
{
    private readonly MailShell _shell = new();

    public OutputFormatTests() => _shell.Environment["JULES_PERSONA"] = "curator";

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("inbox.json", "inbox", "--json")]
    [InlineData("inbox.txt", "inbox")]
    [InlineData("read.json", "peek", "ID-2", "--json")]
    [InlineData("read.txt", "peek", "ID-1", "ID-2")]
    [InlineData("thread.json", "thread", "ID-1", "--json")]
    [InlineData("sent.json", "sent", "--json")]
    [InlineData("sent.txt", "sent")]
    [InlineData("check.json", "check", "--json")]
    [InlineData("check.txt", "check")]
    [InlineData("mark-read.json", "mark-read", "ID-1", "ID-2", "--json")]
    [InlineData("watch.json", "watch", "--once", "--json")]
    [InlineData("sent-unacked.json", "sent", "--persona", "weaver", "--unacked", "--json")]
    [InlineData("sent-unacked.txt", "sent", "--persona", "weaver", "--unacked")]
    [InlineData("tag.json", "tag", "add", "ID-1", "perf", "--json")]
    public async Task Output_IsAsTheGoldenFileHasIt(string golden, params string[] arguments)
    {
        var first = await _shell.SendAsync("bolt", "curator", "Could the parser keep its cache?", "It is rebuilt for each file.", "--type", "question", "--tag", "perf");
        var second = await _shell.SendAsync("weaver", "curator,bolt", "Your patch collides with bolt's", "In `src/a.cs`.", "--type", "conflict", "--priority", "urgent", "--ack", "--cc", "lead");
        var third = (await _shell.RunAsync("reply", first, "--body", "Yes.")).Output.Trim();
        await _shell.RunAsync("mark-read", first);

        var run = await _shell.RunAsync([.. arguments.Select(argument => argument switch { "ID-1" => first, "ID-2" => second, _ => argument })]);

        run.ShouldSucceed();
        Golden.Check($"mail-{golden}", MailShell.Stable(run.Output, first, second, third));
    }
}

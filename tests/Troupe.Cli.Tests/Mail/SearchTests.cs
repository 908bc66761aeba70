using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Mail;

public sealed class SearchTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("search.json", "--json")]
    [InlineData("search.txt")]
    public async Task Search_Output_IsAsTheGoldenFileHasIt(string golden, params string[] form)
    {
        var first = await _shell.SendAsync("bolt", "curator", "Could the parser keep its cache?", "It is rebuilt for each file, and\nthe \u001b[31mcache is cold.", "--type", "question", "--tag", "perf");
        var second = await _shell.SendAsync("curator", "bolt", "CACHE", "Yes.");

        var run = await _shell.RunAsync(["search", "cache", "--persona", "curator", .. form]);

        run.ShouldSucceed();
        Golden.Check($"mail-{golden}", MailShell.Stable(run.Output, first, second));
    }

    [Fact]
    public async Task Search_More_IsSaid()
    {
        await _shell.SendAsync("bolt", "curator", "one");
        await _shell.SendAsync("bolt", "curator", "two");

        var limited = await _shell.RunAsync("search", "--from", "bolt", "--all", "--limit", "1");
        limited.Output.ShouldContain("two");
        limited.Output.ShouldNotContain("one");
        limited.Error.ShouldContain("--limit");
        (await _shell.RunAsync("search", "three", "--all")).Error.ShouldContain("no message fits");
        (await _shell.RunAsync("search", "--all", "--since", "1h", "--until", "2026-01-11", "--limit", "1", "--json")).Output.ShouldContain("\"more\":true");
    }

    [Theory]
    [InlineData(ExitCodes.InvalidArgument, "--limit", "0")]
    [InlineData(ExitCodes.InvalidArgument, "--since", "yesterday")]
    [InlineData(ExitCodes.InvalidArgument, "--until", "99999999999d")]
    [InlineData(ExitCodes.InvalidArgument, "--type", "memo")]
    [InlineData(ExitCodes.InvalidArgument, "")]
    [InlineData(ExitCodes.NotFound, "--from", "nobody")]
    [InlineData(ExitCodes.NotFound, "--thread", "0123456789")]
    public async Task Search_WithoutSense_IsRefused(int code, params string[] arguments)
    {
        var run = await _shell.RunAsync(["search", .. arguments]);

        run.ExitCode.ShouldBe(code, run.Error);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_DamagedLog_SaysSo()
    {
        await _shell.SendAsync("bolt", "curator", "lost");
        await _shell.SendAsync("bolt", "curator", "kept");
        File.WriteAllText(_shell.LogFile, File.ReadAllText(_shell.LogFile).Replace("lost", "l0st", StringComparison.Ordinal));

        var run = await _shell.RunAsync("search", "--all", "--json");

        run.ShouldSucceed();
        run.Error.ShouldContain("warning");
        run.Output.ShouldContain("\"damaged\":1");
    }
}

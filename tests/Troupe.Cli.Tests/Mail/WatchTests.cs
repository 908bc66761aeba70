namespace Troupe.Cli.Tests.Mail;

public sealed class WatchTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Watch_Once_PrintsEachMessageOnce()
    {
        var one = await _shell.SendAsync("bolt", "curator", "One \u202e");
        (await WatchAsync()).Output.ShouldBe($"{one} note from bolt: One \\u{{202E}}\n");
        (await WatchAsync()).Output.ShouldBeEmpty();
        var two = await _shell.SendAsync("bolt", "curator", "Two");
        (await WatchAsync("--json")).Json.GetProperty("message").GetProperty("id").GetString().ShouldBe(two);
    }

    [Fact]
    public async Task Watch_TheReaderHasGone_KeepsItsPlace()
    {
        var id = await _shell.SendAsync("bolt", "curator", "One");
        _shell.ReaderHasGone = true;
        (await WatchAsync()).ShouldSucceed();
        _shell.ReaderHasGone = false;

        (await WatchAsync()).Output.ShouldStartWith(id);
    }

    [Fact]
    public async Task Watch_TheOutputIsFull_KeepsItsPlace()
    {
        var id = await _shell.SendAsync("bolt", "curator", "One");
        _shell.OutputIsFull = true;
        (await WatchAsync()).ExitCode.ShouldBe(8);
        _shell.OutputIsFull = false;

        (await WatchAsync()).Output.ShouldStartWith(id);
    }

    [Fact]
    public async Task Watch_NothingCameInTime_ExitsWithOne()
    {
        _shell.Clock.Step = TimeSpan.FromSeconds(1);

        (await _shell.RunAsync("watch", "--persona", "curator", "--timeout", "1s")).ExitCode.ShouldBe(1);
        await _shell.SendAsync("bolt", "curator", "One");
        (await _shell.RunAsync("watch", "--persona", "curator", "--timeout", "1s")).ShouldSucceed();
    }

    [Fact]
    public async Task Watch_FromNow_LeavesOutWhatWasThere()
    {
        await _shell.SendAsync("bolt", "curator", "One");

        (await WatchAsync("--from-now")).Output.ShouldBeEmpty();
        (await WatchAsync()).Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("is no time", "--timeout", "soon")]
    [InlineData("cannot be the name of a cursor", "--cursor", "../x")]
    public async Task Watch_WhatMakesNoSense_IsRefused(string message, params string[] more) => (await WatchAsync(more)).ShouldFail(2, message);

    [Fact]
    public async Task Once_NothingNew_IsSuccessUnlessATimeWasGiven()
    {
        (await WatchAsync()).ExitCode.ShouldBe(0);
        (await WatchAsync("--timeout", "1s")).ExitCode.ShouldBe(1);
        await _shell.SendAsync("bolt", "curator", "New");
        (await WatchAsync("--timeout", "1s")).ExitCode.ShouldBe(0);
    }

    private Task<MailRun> WatchAsync(params string[] more) => _shell.RunAsync(["watch", "--once", "--persona", "curator", .. more]);
}

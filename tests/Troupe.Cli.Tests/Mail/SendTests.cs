using System.Text;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Mail;

public sealed class SendTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Send_FromAPlainShell_IsFromTheLead()
    {
        (await _shell.RunAsync("send", "--to", "curator", "--subject", "Test", "--body", "Hello")).ShouldSucceed();

        var message = (await _shell.RunAsync("inbox", "--persona", "curator", "--json")).Json.GetProperty("messages")[0];
        message.GetProperty("from").GetString().ShouldBe("lead");
        message.GetProperty("unread").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("JULES_PERSONA", "bolt")]
    [InlineData("TROUPE_PERSONA", "bolt")]
    [InlineData("TROUPE_SESSION", "s7-bolt-2")]
    public async Task Send_InASession_IsFromItsPersona(string variable, string value)
    {
        _shell.Environment[variable] = value;

        await _shell.RunAsync("send", "--to", "curator", "--subject", "Test", "--body", "Hello");

        (await _shell.RunAsync("sent", "--persona", "bolt", "--json")).Json.GetProperty("messages").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Send_Json_SaysIdAndDuplicate()
    {
        string[] send = ["send", "--to", "curator", "--subject", "Test", "--body", "Hello", "--dedup-key", "k", "--json"];

        var first = (await _shell.RunAsync(send)).Json;
        var second = (await _shell.RunAsync(send)).Json;

        first.EnumerateObject().Select(member => member.Name).Take(3).ShouldBe(["schemaVersion", "id", "duplicate"]);
        first.GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        second.GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Send_AsTroupeMail_IsTheSame()
    {
        (await _shell.RunAsAsync("troupe", "mail", "send", "--to", "curator", "--subject", "Test", "--body", "Hello")).ShouldSucceed();

        (await _shell.RunAsAsync("troupe", "mail", "inbox", "--persona", "curator")).Output.ShouldContain("Test");
    }

    [Theory]
    [InlineData("send", "--to", "curator", "bolt", "--subject", "S", "-")]
    [InlineData("send", "--subject", "S", "--to", "curator", "bolt", "-")]
    [InlineData("send", "--to", "curator,bolt", "--subject", "S", "--body-file", "-")]
    public async Task Send_BodyFromStandardInput_ReachesAllRecipients(params string[] arguments)
    {
        _shell.Input = Encoding.UTF8.GetBytes("olá\n");

        (await _shell.RunAsync(arguments)).ShouldSucceed();

        foreach (var persona in new[] { "curator", "bolt" })
        {
            var id = (await _shell.RunAsync("inbox", "--persona", persona, "--json")).Json.GetProperty("messages")[0].GetProperty("id").GetString()!;
            (await _shell.RunAsync("peek", id, "--persona", persona)).Output.ShouldContain("olá");
        }
    }

    [Fact]
    public async Task Send_BodyThatIsNotUtf8_IsRefused()
    {
        _shell.Input = [.. "caf"u8, 0xe9];

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "-")).ShouldFail(2, "not UTF-8");
        File.Exists(_shell.LogFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_BodyThatIsTooLong_IsRefused()
    {
        _shell.Input = new byte[5 * 1024 * 1024];

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "-")).ShouldFail(2, "longer than");
    }

    [Theory]
    [InlineData(3, "Did you mean 'curator'?", "--to", "curater", "--subject", "S", "--body", "B")]
    [InlineData(2, "is not an address", "--to", "Curator", "--subject", "S", "--body", "B")]
    [InlineData(2, "is not an address", "--to", "", "--subject", "S", "--body", "B")]
    [InlineData(3, "no group '@docs'", "--to", "@docs", "--subject", "S", "--body", "B")]
    [InlineData(2, "subject is empty", "--to", "curator", "--subject", "", "--body", "B")]
    [InlineData(2, "'memo' is no message type", "--to", "curator", "--subject", "S", "--body", "B", "--type", "memo")]
    [InlineData(2, "'asap' is no priority", "--to", "curator", "--subject", "S", "--body", "B", "--priority", "asap")]
    [InlineData(2, "Give the text once", "--to", "curator", "--subject", "S")]
    [InlineData(2, "Give the text once", "--to", "curator", "--subject", "S", "--body", "B", "-")]
    [InlineData(2, "not expected here", "--to", "curator", "--subject", "S", "words")]
    [InlineData(2, "--to", "--subject", "S", "--body", "B")]
    [InlineData(2, "--subject", "--to", "curator", "--body", "B")]
    [InlineData(3, "no such file.md", "--to", "curator", "--subject", "S", "--body-file", "no such file.md")]
    [InlineData(3, "no persona 'ghost'", "--persona", "ghost", "--to", "curator", "--subject", "S", "--body", "B")]
    [InlineData(2, "is a group", "--persona", "@all", "--to", "curator", "--subject", "S", "--body", "B")]
    [InlineData(3, "no message 'abcdef'", "--to", "curator", "--subject", "S", "--body", "B", "--reply-to", "abcdef")]
    public async Task Send_WhatCannotBeSent_IsRefusedAndSendsNothing(int exitCode, string message, params string[] arguments)
    {
        (await _shell.RunAsync(["send", .. arguments])).ShouldFail(exitCode, message);
        File.Exists(_shell.LogFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_OutsideARepository_SaysWhatToDo()
    {
        Directory.Delete(Path.Combine(_shell.Repository, ".team"), recursive: true);

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", "B")).ShouldFail(4, "troupe init");
    }

    [Fact]
    public async Task Send_HundredAtOnce_AreAHundredMessages()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => _shell.RunAsync("send", "--to", "curator", "--subject", $"Message {number}", "--body", "B"))));

        runs.ShouldAllBe(run => run.ExitCode == 0 && run.Error.Length == 0);
        var messages = (await _shell.RunAsync("inbox", "--persona", "curator", "--json")).Json.GetProperty("messages").EnumerateArray();
        messages.Select(message => message.GetProperty("subject").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 100).Select(number => $"Message {number}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Send_BodyFileThatIsNone_SaysWhatItIsInstead()
    {
        using var folder = new TemporaryFolder();

        (await _shell.RunAsync("send", "--to", "curator", "-s", "S", "--body-file", folder.Path)).ShouldFail(3, "is a folder: name a file.");
        (await _shell.RunAsync("send", "--to", "curator", "-s", "S", "--body-file", folder["none"])).ShouldFail(3, "There is no body file '");
    }

    [Fact]
    public async Task Send_NothingGiven_NamesAllThatIsMissing()
    {
        var run = await _shell.RunAsync("send");

        run.ShouldFail(2, "--to ID is missing");
        run.ShouldFail(2, "--subject TEXT is missing");
        run.ShouldFail(2, "Give the text once");
    }

    [Fact]
    public async Task Inbox_FromSomebody_SaysWhoIsUnknownOrSilent()
    {
        (await _shell.RunAsync("inbox", "--from", "nosuch")).ShouldFail(3, "nosuch");
        (await _shell.RunAsync("inbox", "--from", "curator")).Error.ShouldContain("no messages from curator for lead");
    }
}

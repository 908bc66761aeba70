namespace Troupe.Cli.Tests.Mail;

public sealed class MailboxVerbsTests : IDisposable
{
    private readonly MailShell _shell = new();

    public MailboxVerbsTests() => _shell.Environment["JULES_PERSONA"] = "curator";

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Read_ShortId_ShowsTheTextAndMarksIt()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Hello", "Line one\nLine two");

        (await _shell.RunAsync("peek", Short(id))).Output.ShouldContain("Line one\nLine two");
        (await UnreadAsync()).ShouldBe(1);
        (await _shell.RunAsync("read", Short(id))).Output.ShouldContain("Line two");
        (await UnreadAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Read_WhatOneSentOneself_MarksNothing()
    {
        var id = await _shell.SendAsync("curator", "bolt", "Hello");

        (await _shell.RunAsync("read", id)).ShouldSucceed();

        File.ReadAllLines(_shell.LogFile).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("peek")]
    [InlineData("mark-read")]
    [InlineData("mark-unread")]
    [InlineData("ack")]
    [InlineData("archive")]
    [InlineData("unarchive")]
    [InlineData("trash")]
    [InlineData("restore")]
    [InlineData("thread")]
    public async Task Verb_MessageThatDoesNotExist_IsAnErrorAndMarksNothing(string verb)
    {
        var id = await _shell.SendAsync("bolt", "curator", "Hello");

        (await _shell.RunAsync(verb, "abcdef")).ShouldFail(3, "no message 'abcdef'");
        if (verb != "thread")
        {
            (await _shell.RunAsync(verb, id, "abcdef")).ExitCode.ShouldBe(3);
        }

        File.ReadAllLines(_shell.LogFile).Length.ShouldBe(1);
    }

    [Fact]
    public async Task MarkRead_Again_IsSaidAndNotRecorded()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Hello");

        var first = (await _shell.RunAsync("mark-read", id, "--json")).Json;
        var second = (await _shell.RunAsync("mark-read", id, "--json")).Json;

        first.GetProperty("changed")[0].GetString().ShouldBe(id);
        second.GetProperty("changed").GetArrayLength().ShouldBe(0);
        second.GetProperty("unchanged")[0].GetString().ShouldBe(id);
        File.ReadAllLines(_shell.LogFile).Length.ShouldBe(2);
    }

    [Fact]
    public async Task ArchiveAndTrash_MoveAMessageAndBack()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Hello");

        await _shell.RunAsync("archive", id);
        (await SubjectsAsync(), await SubjectsAsync("--archived"), await SubjectsAsync("--trashed")).ShouldBe(("", "Hello", ""));
        await _shell.RunAsync("trash", id);
        (await SubjectsAsync(), await SubjectsAsync("--archived"), await SubjectsAsync("--trashed")).ShouldBe(("", "", "Hello"));
        await _shell.RunAsync("restore", id);
        await _shell.RunAsync("unarchive", id);
        (await SubjectsAsync(), await SubjectsAsync("--archived"), await SubjectsAsync("--trashed")).ShouldBe(("Hello", "", ""));
    }

    [Fact]
    public async Task MarkUnread_AfterReading_ListsItAgain()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Hello");
        await _shell.RunAsync("read", id);

        await _shell.RunAsync("mark-unread", id);

        (await UnreadAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Inbox_Filters_NarrowIt()
    {
        await _shell.SendAsync("bolt", "curator", "one", "B", "--tag", "perf");
        var two = await _shell.SendAsync("sentinel", "curator", "two");
        await _shell.SendAsync("bolt", "curator", "three");
        await _shell.RunAsync("mark-read", two);

        (await SubjectsAsync("--from", "bolt")).ShouldBe("one three");
        (await SubjectsAsync("--tag", "perf")).ShouldBe("one");
        (await SubjectsAsync("--unread")).ShouldBe("one three");
        (await SubjectsAsync("--limit", "2")).ShouldBe("two three");
        (await SubjectsAsync("--limit", "0")).ShouldBe("one two three");
        (await _shell.RunAsync("inbox", "--limit", "-1")).ShouldFail(2, "--limit");
    }

    [Fact]
    public async Task InboxAndSent_MoreThanTheLimit_ShowTheNewestAndCountTheRest()
    {
        await _shell.SendAsync("bolt", "curator", "one");
        await _shell.SendAsync("bolt", "curator", "two");
        await _shell.SendAsync("bolt", "curator", "three");

        var inbox = await _shell.RunAsync("inbox", "--limit", "2");
        var sent = await _shell.RunAsync("sent", "--persona", "bolt", "--limit", "1");

        inbox.Error.ShouldContain("1 older: --limit 3 (0: all)");
        inbox.Output.ShouldNotContain("one");
        sent.Error.ShouldContain("2 older: --limit 3 (0: all)");
        (await _shell.RunAsync("inbox", "--limit", "2", "--json")).Json.GetProperty("older").GetInt32().ShouldBe(1);
        (await _shell.RunAsync("sent", "--persona", "bolt", "--limit", "1", "--json")).Json.GetProperty("older").GetInt32().ShouldBe(2);
        (await _shell.RunAsync("inbox", "--json")).Json.TryGetProperty("older", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Tag_AddListRemove_AreOnesOwn()
    {
        var id = await _shell.SendAsync("bolt", "@all", "Hello", "B", "--tag", "new");

        await _shell.RunAsync("tag", "add", id, "perf", "api/v2");
        await _shell.RunAsync("tag", "rm", id, "new");

        (await _shell.RunAsync("tag", "ls", id)).Output.ShouldBe("api/v2\nperf\n");
        (await _shell.RunAsync("tag", "ls", id, "--persona", "sentinel")).Output.ShouldBe("new\n");
        (await _shell.RunAsync("tag", "ls", id, "--json")).Json.GetProperty("tags").GetArrayLength().ShouldBe(2);
        (await _shell.RunAsync("tag", "add", id, "a b")).ShouldFail(2, "no tag");
        (await _shell.RunAsync("tag", "add", id, "ghp" + "_q7Rk2Zt9LwXc4VbN8mHs3PfYd6JgTa5eUo1i")).ShouldFail(2, "The tag seems to hold a secret");
    }

    [Fact]
    public async Task Reply_GoesToTheSenderInTheThread()
    {
        var first = await _shell.SendAsync("bolt", "curator", "Hello");
        var answer = (await _shell.RunAsync("reply", Short(first), "--body", "Hi")).Output.Trim();
        await _shell.RunAsync("reply", answer, "--body", "Hi again", "--persona", "bolt");

        var thread = (await _shell.RunAsync("thread", answer, "--json")).Json;

        thread.GetProperty("thread").GetString().ShouldBe(first);
        thread.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("subject").GetString())
            .ShouldBe(["Hello", "Re: Hello", "Re: Hello"]);
        (await _shell.RunAsync("thread", first)).Output.ShouldContain("Hi again");
    }

    [Fact]
    public async Task Reply_ToTheWeaver_ReachesTheLead()
    {
        var report = await _shell.SendAsync("weaver", "curator", "Conflict");

        (await _shell.RunAsync("reply", report, "--body", "Why?")).ShouldSucceed();

        (await _shell.RunAsync("inbox", "--persona", "lead")).Output.ShouldContain("Re: Conflict");
    }

    [Fact]
    public async Task Check_WithoutMail_IsSilent()
    {
        var run = await _shell.RunAsync("check");

        (run.ExitCode, run.Output, run.Error).ShouldBe((0, "", ""));
    }

    [Fact]
    public async Task Check_HostileSubject_IsOneHarmlessLineForEachMessage()
    {
        await _shell.SendAsync("bolt", "curator", "\u001b[2J\u202eolá\nSecond line\u200b");
        await _shell.SendAsync("bolt", "curator", "two");

        var lines = (await _shell.RunAsync("check")).Output.TrimEnd('\n').Split('\n');

        lines.Length.ShouldBe(2);
        lines[0].ShouldEndWith("note from bolt: \\u{001B}[2J\\u{202E}olá\\u{000A}Second line\\u{200B}");
    }

    [Fact]
    public async Task Outputs_HostileText_NeverReachesTheTerminalAsItIs()
    {
        const string hostile = "\u001b[31m\u202e\u2066\u200b\u009b\u2028\u0007x";
        var id = await _shell.SendAsync("bolt", "curator", hostile, hostile + "\n\ttabbed");

        foreach (var arguments in new[]
        {
            new[] { "inbox" }, ["inbox", "--json"], ["peek", id], ["peek", id, "--json"], ["thread", id], ["check"], ["check", "--json"],
            ["sent", "--persona", "bolt"], ["sent", "--persona", "bolt", "--json"],
        })
        {
            var output = (await _shell.RunAsync(arguments)).Output;
            output.ShouldContain("x");
            output.Where(c => char.IsControl(c) && c is not ('\n' or '\t')).ShouldBeEmpty();
            output.ShouldNotContain('\u202e');
            output.ShouldNotContain('\u200b');
        }

        (await _shell.RunAsync("peek", id, "--json")).Json.GetProperty("messages")[0].GetProperty("subject").GetString().ShouldBe(hostile);
    }

    [Fact]
    public async Task Outputs_TextOfAnyLanguage_IsReadableInJson()
    {
        await _shell.SendAsync("bolt", "curator", "It's <olá> 🎭");

        (await _shell.RunAsync("inbox", "--json")).Output.ShouldContain("It's <olá> 🎭");
    }

    [Fact]
    public async Task Command_UnknownVerb_IsRefused() => (await _shell.RunAsync("sned")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task Help_NamesEveryVerb()
    {
        var help = (await _shell.RunAsync("--help")).Output;
        foreach (var verb in new[] { "send", "inbox", "read", "peek", "reply", "mark-read", "mark-unread", "ack", "archive", "unarchive", "trash", "restore", "tag", "thread", "sent", "check" })
        {
            help.ShouldContain($"  {verb}");
        }
    }

    private static string Short(string id) => id[^6..];

    private async Task<int> UnreadAsync() => (await _shell.RunAsync("inbox", "--unread", "--json")).Json.GetProperty("messages").GetArrayLength();

    private async Task<string> SubjectsAsync(params string[] filter) => string.Join(' ', (await _shell.RunAsync(["inbox", "--json", .. filter])).Json
        .GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("subject").GetString()));
}

using System.Text;
using System.Text.Json.Nodes;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Cli.Tests.Mail;

public sealed class HookCheckTests : IDisposable
{
    private const string Prompt = "UserPromptSubmit";
    private const string Tool = "PostToolUse";

    private readonly MailShell _shell = new();

    private string Told => Path.Combine(_shell.MailFolder, "told");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Check_SeveralTimesInAConversation_TellsEachMessageOnce()
    {
        await _shell.SendAsync("bolt", "curator", "First");

        var (first, again) = (await HookAsync("one", Prompt), await HookAsync("one", Tool));
        await _shell.SendAsync("bolt", "curator", "Second");
        var (later, nothing, other) = (await HookAsync("one", Tool), await HookAsync("one", Prompt), await HookAsync("two", Prompt));

        first.ShouldContain(" bolt First\\n");
        first.ShouldContain($"\"hookEventName\":\"{Prompt}\"");
        again.ShouldBeEmpty();
        later.ShouldContain(" bolt Second\\n");
        later.ShouldContain($"\"hookEventName\":\"{Tool}\"");
        later.ShouldNotContain("First");
        nothing.ShouldBeEmpty();
        other.ShouldContain(" bolt First\\n");
        other.ShouldContain(" bolt Second\\n");
    }

    [Fact]
    public async Task Check_NothingToTell_LeavesNothingBehind()
    {
        (await HookAsync("one", Prompt)).ShouldBeEmpty();

        Directory.Exists(Told).ShouldBeFalse();
    }

    [Fact]
    public async Task Check_AReservation_IsToldOnceHoweverOftenItIsRenewed()
    {
        await ReserveAsync();
        var first = await HookAsync("one", Prompt);
        _shell.Clock.Now += TimeSpan.FromMinutes(10);
        await ReserveAsync();

        first.ShouldContain("reserved by bolt: src\\n");
        (await HookAsync("one", Tool)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_AToolOfAHelperOfTheAgent_IsNotTheAgent()
    {
        await _shell.SendAsync("bolt", "curator", "First");

        var helper = await HookAsync(new JsonObject { ["session_id"] = "one", ["agent_id"] = "h1", ["hook_event_name"] = Tool }.ToJsonString());

        helper.ShouldBeEmpty();
        (await HookAsync("one", Tool)).ShouldContain("First");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{\"session_id\": 5, \"other\": [1")]
    [InlineData("{\"session_id\": \"../../escape\"}")]
    [InlineData("[]")]
    public async Task Check_AnAgentThatSaysNothingOfUse_IsToldEachTime(string input)
    {
        await _shell.SendAsync("bolt", "curator", "First");

        (await HookAsync(input)).ShouldContain("First");
        (await HookAsync(input)).ShouldContain($"\"hookEventName\":\"{Prompt}\"");
    }

    [Fact]
    public async Task Check_ALongAnswerOfATool_IsTakenWhole()
    {
        await _shell.SendAsync("bolt", "curator", "First");
        var input = new JsonObject { ["session_id"] = "one", ["hook_event_name"] = Tool, ["tool_response"] = new string('x', 3_000_000) };
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(input.ToJsonString()));
        _shell.OpenInput = () => stream;

        var run = await _shell.RunAsync("check", "--inject", "--hook", "claude", "--persona", "curator");

        run.Output.ShouldContain(Tool);
        stream.Position.ShouldBe(stream.Length);
    }

    [Fact]
    public async Task Check_WhereNothingCanBeRemembered_TellsBeforePromptsOnly()
    {
        await _shell.SendAsync("bolt", "curator", "First");
        await File.WriteAllTextAsync(Told, "", TestContext.Current.CancellationToken);

        (await HookAsync("one", Tool)).ShouldBeEmpty();
        (await HookAsync("one", Prompt)).ShouldContain("First");
        (await HookAsync("one", Prompt)).ShouldContain("First");
    }

    [Fact]
    public async Task Check_WhatTheSessionsPromptHolds_IsNotToldAgain()
    {
        var session = SessionId.Parse("s7-curator-1");
        var id = await _shell.SendAsync("bolt", "curator", "First");
        await _shell.SendAsync("bolt", "curator", "Second");
        await PostOffice.Open(TeamHome.Find(_shell.Repository, _shell.Environment), _shell.Clock)
            .MarkShownAsync(PersonaId.Parse("curator"), [RecordId.Parse(id)], session, TestContext.Current.CancellationToken);
        _shell.Environment["TROUPE_SESSION"] = session.ToString();

        var told = await HookAsync("one", Prompt);

        told.ShouldContain("Second");
        told.ShouldNotContain("First");
    }

    [Fact]
    public async Task Check_ADamagedLog_SaysSoAndTellsTheRest()
    {
        await _shell.SendAsync("bolt", "curator", "First");
        await _shell.SendAsync("bolt", "curator", "Second");
        var lines = await File.ReadAllLinesAsync(_shell.LogFile, TestContext.Current.CancellationToken);
        lines[^2] = "damage" + lines[^2][6..];
        await File.WriteAllLinesAsync(_shell.LogFile, lines, TestContext.Current.CancellationToken);
        _shell.Input = Input("one", Prompt);

        var run = await _shell.RunAsync("check", "--inject", "--hook", "claude", "--persona", "curator");

        run.ShouldSucceed();
        run.Error.ShouldContain("warning:");
        run.Json.ToString().ShouldContain("Second");
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Check_AnInputThatNeverEnds_IsNotWaitedFor()
    {
        await _shell.SendAsync("bolt", "curator", "First");
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        _shell.OpenInput = () => new System.IO.Pipes.AnonymousPipeClientStream(pipe.GetClientHandleAsString());

        (await _shell.RunAsync("check", "--inject", "--hook", "claude", "--persona", "curator")).Output.ShouldContain("First");
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Check_WorkThatHangs_IsGivenUp()
    {
        using var never = new ManualResetEventSlim();
        _shell.OpenInput = () =>
        {
            never.Wait(TestContext.Current.CancellationToken);
            return Stream.Null;
        };

        var run = await _shell.RunAsync("check", "--inject", "--hook", "claude", "--persona", "curator");
        never.Set();

        run.ShouldSucceed();
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("within 4 seconds");
    }

    private static byte[] Input(string session, string happening) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["session_id"] = session, ["hook_event_name"] = happening, ["tool_input"] = new JsonObject { ["session_id"] = "inner" } }.ToJsonString());

    private Task<string> HookAsync(string session, string happening) => HookAsync(Encoding.UTF8.GetString(Input(session, happening)));

    private async Task<string> HookAsync(string input)
    {
        _shell.Input = Encoding.UTF8.GetBytes(input);
        var run = await _shell.RunAsync("check", "--inject", "--hook", "claude", "--persona", "curator");
        run.ShouldSucceed();
        return run.Output;
    }

    private async Task ReserveAsync() => (await _shell.RunAsync("reserve", "src", "--persona", "bolt")).ShouldSucceed();
}

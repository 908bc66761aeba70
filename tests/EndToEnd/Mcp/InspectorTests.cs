namespace Troupe.EndToEnd.Mcp;

/// <summary>The built server as an independent client sees it.</summary>
public sealed class InspectorTests
{
    [Theory]
    [MemberData(nameof(Inspector.Eras), MemberType = typeof(Inspector))]
    public async Task ListTools_Strict_FindsNothingThatClientsWouldStumbleOver(string era)
    {
        using var stage = await Stage.OfDemoAsync();

        var tools = await Inspector.JsonAsync(stage, era, "--method", "tools/list", "--strict");

        tools.ToString().ShouldContain("weave_status");
    }

    [Theory]
    [MemberData(nameof(Inspector.Eras), MemberType = typeof(Inspector))]
    public async Task CallTool_SendThenRead_ComesBack(string era)
    {
        using var stage = await Stage.OfDemoAsync();

        var sent = await Inspector.JsonAsync(stage, era, Call("send", """{"to":["curator"],"subject":"Olá","body":"To myself"}"""));
        var inbox = await Inspector.JsonAsync(stage, era, Call("inbox", "{}"));
        var id = inbox.ToString().Split("\"id\":\"")[1].Split('"')[0];
        var read = await Inspector.JsonAsync(stage, era, Call("read", $$"""{"ids":["{{id}}"]}"""));

        sent.ToString().ShouldContain(id);
        read.ToString().ShouldContain("To myself");
    }

    [Theory]
    [MemberData(nameof(Inspector.Eras), MemberType = typeof(Inspector))]
    public async Task ReadResource_Inbox_IsGiven(string era)
    {
        using var stage = await Stage.OfDemoAsync();
        (await stage.RunAsync("mail", "send", "--to", "curator", "--subject", "Seen", "--body", "B")).ExitCode.ShouldBe(0);

        (await Inspector.JsonAsync(stage, era, "--method", "resources/read", "--uri", "mail://inbox/curator")).ToString().ShouldContain("Seen");
    }

    [Fact]
    public async Task Mcp_UnknownPersona_EndsWithAnError()
    {
        using var stage = await Stage.OfDemoAsync();

        var result = await stage.RunAsync("mcp", "--persona", "curater");

        result.ExitCode.ShouldBe(3);
        result.ErrorText.ShouldContain("Did you mean 'curator'?");
        result.OutputText.ShouldBeEmpty();
    }

    private static string[] Call(string tool, string arguments) => ["--method", "tools/call", "--tool-name", tool, "--tool-args-json", arguments];
}

using System.Text.Json;

namespace Troupe.Server.Tests.Mcp;

/// <summary>The stateless revision on the wire: no handshake, and subscriptions that are requests.</summary>
public sealed class WireTests
{
    private const string Subscriptions = "\"notifications\":{\"toolsListChanged\":true,\"resourceSubscriptions\":[\"mail://inbox/curator\",\"mail://inbox/nobody\"]}";

    [Fact]
    public async Task Discover_WithoutHandshake_NamesTheRevisionAndTheSubscriptions()
    {
        await using var mail = new ServedMail();
        using var client = new WireClient(mail);

        await client.RequestAsync("1", "server/discover");
        var result = (await client.NextAsync()).GetProperty("result");

        result.GetProperty("supportedVersions").EnumerateArray().Select(version => version.GetString()).ShouldContain("2026-07-28");
        result.GetProperty("capabilities").GetProperty("resources").GetProperty("subscribe").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task CallTool_AsFirstRequest_IsAnswered()
    {
        await using var mail = new ServedMail();
        using var client = new WireClient(mail);

        await client.RequestAsync("1", "tools/call", "\"name\":\"whoami\",\"arguments\":{}");
        var answer = await client.NextAsync();

        answer.GetProperty("result").GetProperty("structuredContent").GetProperty("persona").GetString().ShouldBe("curator");
    }

    [Fact]
    public async Task Listen_NewMail_IsToldUnderTheRequestsIdUntilItIsCancelled()
    {
        await using var mail = new ServedMail();
        using var client = new WireClient(mail);

        await client.RequestAsync("listening", "subscriptions/listen", Subscriptions);
        var acknowledged = await client.NextAsync();
        await mail.SendAsync("News");
        var told = await client.NextAsync();
        await client.CancelAsync("listening");
        await mail.SendAsync("More news");
        await client.RequestAsync("2", "tools/call", "\"name\":\"whoami\",\"arguments\":{}");
        var last = await client.NextAsync();

        acknowledged.GetProperty("method").GetString().ShouldBe("notifications/subscriptions/acknowledged");
        Member(acknowledged, "notifications").GetProperty("resourceSubscriptions").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("mail://inbox/curator");
        Member(acknowledged, "notifications").TryGetProperty("toolsListChanged", out _).ShouldBeFalse();
        told.GetProperty("method").GetString().ShouldBe("notifications/resources/updated");
        Member(told, "uri").GetString().ShouldBe("mail://inbox/curator");
        Member(told, "_meta").GetProperty("io.modelcontextprotocol/subscriptionId").GetString().ShouldBe("listening");
        last.TryGetProperty("result", out _).ShouldBeTrue(last.ToString());
    }

    private static JsonElement Member(JsonElement notice, string name) => notice.GetProperty("params").GetProperty(name);
}

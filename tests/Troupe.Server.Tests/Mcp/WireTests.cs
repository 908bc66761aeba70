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
    public async Task CallTool_InputThatEndsRightBehindIt_IsAnsweredAllTheSame()
    {
        await using var mail = new ServedMail();
        using var client = new WireClient(mail);

        await client.RequestAsync("listening", "subscriptions/listen", Subscriptions);
        for (var i = 0; i < 20; i++)
        {
            await client.RequestAsync($"{i}", "tools/call", "\"name\":\"send\",\"arguments\":{\"to\":[\"bolt\"],\"subject\":\"S\",\"body\":\"B\"}");
        }

        await mail.Input.DisposeAsync();
        HashSet<string?> answered = [];
        while (answered.Count < 20)
        {
            var line = await client.NextAsync();
            if (line.TryGetProperty("result", out _))
            {
                answered.Add(line.GetProperty("id").GetString());
            }
        }
    }

    [Fact]
    public async Task Listen_NewMail_IsToldUnderTheRequestsId()
    {
        await using var mail = new ServedMail();
        using var client = new WireClient(mail);

        await client.RequestAsync("listening", "subscriptions/listen", Subscriptions);
        var acknowledged = await client.NextAsync();
        await mail.SendAsync("News");
        var told = await client.NextAsync();

        acknowledged.GetProperty("method").GetString().ShouldBe("notifications/subscriptions/acknowledged");
        Member(acknowledged, "notifications").GetProperty("resourceSubscriptions").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("mail://inbox/curator");
        Member(acknowledged, "notifications").TryGetProperty("toolsListChanged", out _).ShouldBeFalse();
        told.GetProperty("method").GetString().ShouldBe("notifications/resources/updated");
        Member(told, "uri").GetString().ShouldBe("mail://inbox/curator");
        SubscriptionOf(told).ShouldBe("listening");
    }

    [Fact]
    public async Task Listen_Cancelled_IsToldNoMoreWhileOthersAre()
    {
        await using var mail = new ServedMail();
        using var client = new WireClient(mail);
        foreach (var id in (string[])["first", "second"])
        {
            await client.RequestAsync(id, "subscriptions/listen", Subscriptions);
            await client.NextAsync();
        }

        await client.CancelAsync("first");

        // A cancellation takes its time. Who is still told is told before everybody's next notice, so two rounds without one are the end.
        var quiet = 0;
        for (var round = 0; quiet < 2; round++)
        {
            round.ShouldBeLessThan(50, "the cancelled request is still told");
            await mail.SendAsync("News");
            quiet++;
            while (SubscriptionOf(await client.NextAsync()) == "first")
            {
                quiet = 0;
            }
        }
    }

    private static string? SubscriptionOf(JsonElement notice) => Member(notice, "_meta").GetProperty("io.modelcontextprotocol/subscriptionId").GetString();

    private static JsonElement Member(JsonElement notice, string name) => notice.GetProperty("params").GetProperty(name);
}

using Troupe.Mail;
using Troupe.Testing;

namespace Troupe.Server.Tests.Mcp;

/// <summary>What clients are told of the tools. The golden file is the contract: members are only ever added.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task ListTools_Schemas_AreThoseOfTheGoldenFile()
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Handshake);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        var lines = tools.OrderBy(tool => tool.Name, StringComparer.Ordinal).Select(tool =>
            $"{tool.Name}: {tool.Description}\n  in  {tool.JsonSchema.GetRawText()}\n  out {tool.ReturnJsonSchema!.Value.GetRawText()}\n");
        Golden.Check("mcp-tools.txt", string.Join('\n', lines));
    }

    [Fact]
    public async Task SendSchema_Words_AreThoseOfTheMail()
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Handshake);

        var send = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(tool => tool.Name == "send");

        Words("type").ShouldBe(MessageTypes.All);
        Words("priority").ShouldBe(Priorities.All);

        IEnumerable<string?> Words(string member) =>
            send.JsonSchema.GetProperty("properties").GetProperty(member).GetProperty("enum").EnumerateArray().Select(word => word.GetString());
    }
}

using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Troupe.Server.Tests.Mcp;

/// <summary>Calls of tools and what they answer.</summary>
internal static class ToolAnswers
{
    public static async Task<JsonElement> CallAsync(this McpClient client, string tool, string? arguments = null)
    {
        var result = await client.TryCallAsync(tool, arguments);
        (result.IsError ?? false).ShouldBeFalse(result.Text());
        return result.StructuredContent!.Value;
    }

    /// <param name="arguments">A JSON object as text.</param>
    public static ValueTask<CallToolResult> TryCallAsync(this McpClient client, string tool, string? arguments = null)
    {
        var members = JsonDocument.Parse(arguments ?? "{}").RootElement.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value);
        return client.CallToolAsync(tool, members, cancellationToken: TestContext.Current.CancellationToken);
    }

    public static string Text(this CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}

using ModelContextProtocol.Server;

namespace Troupe.Server.Mcp.Tools;

/// <summary>Every tool that the server offers.</summary>
internal static class MailTools
{
    public static IReadOnlyList<McpServerTool> All(MailDoor door) =>
    [
        new SendTool(door),
        new InboxTool(door),
        new ReadTool(door),
        new ReplyTool(door),
        new AckTool(door),
        new SearchTool(door),
        new ReserveTool(door),
        new ReleaseTool(door),
        new WeaveStatusTool(door),
        new WhoAmITool(door),
    ];
}

using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record MessagesArguments
{
    [Description("The messages: ids, or the ends of ids, as 'inbox' shows them")]
    public required IReadOnlyList<string> Ids { get; init; }
}

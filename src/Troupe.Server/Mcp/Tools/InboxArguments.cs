using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record InboxArguments
{
    [Description("Only what you have still to look at")]
    public bool? OnlyUnread { get; init; }

    [Description("Only what this persona sent")]
    public string? From { get; init; }

    [Description("At most this many, the newest ones (default 50, at most 1000)")]
    public int? Limit { get; init; }
}

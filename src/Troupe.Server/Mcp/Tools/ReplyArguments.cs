using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record ReplyArguments
{
    [Description("The message to answer: its id, or the end of it")]
    public required string Id { get; init; }

    [Description("The text, in Markdown")]
    public required string Body { get; init; }

    [Description("Another subject than 'Re: …'")]
    public string? Subject { get; init; }

    [Description("Ask for an acknowledgement")]
    public bool? AckRequired { get; init; }
}

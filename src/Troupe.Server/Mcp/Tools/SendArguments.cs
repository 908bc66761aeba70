using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Troupe.Server.Mcp.Tools;

internal sealed record SendArguments
{
    [Description("Persona ids, 'lead', 'weaver', or a group such as '@all'")]
    public required IReadOnlyList<string> To { get; init; }

    [Description("What it is about, in one line")]
    public required string Subject { get; init; }

    [Description("The text, in Markdown")]
    public required string Body { get; init; }

    [Description("Who gets a copy")]
    public IReadOnlyList<string>? Cc { get; init; }

    [AllowedValues("note", "question", "conflict", "rejection", "rework", "feedback", "coordination", "system")]
    public string? Type { get; init; }

    [AllowedValues("low", "normal", "high", "urgent")]
    public string? Priority { get; init; }

    [Description("Ask the recipients to acknowledge it")]
    public bool? AckRequired { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    [Description("Send once: the same key to the same recipient again changes nothing")]
    public string? DedupKey { get; init; }
}

using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record ReserveArguments
{
    [Description("Paths or patterns from the repository's top, such as 'src/parser' or 'docs/**/*.md'; each covers what lies below")]
    public required IReadOnlyList<string> Paths { get; init; }

    [Description("For how many minutes (default 30, at most 7 days)")]
    public int? Minutes { get; init; }

    [Description("What you are doing there, in a few words")]
    public string? Reason { get; init; }

    [Description("Only if nobody else holds anything there")]
    public bool? Exclusive { get; init; }
}

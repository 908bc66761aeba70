using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record SearchArguments
{
    [Description("Words that all occur in the subject, the text, a tag or a name, or days such as '2026-01-11'; case does not count")]
    public required IReadOnlyList<string> Terms { get; init; }

    [Description("Only what this persona sent")]
    public string? From { get; init; }

    public string? Tag { get; init; }

    [Description("At most this many, the newest ones (default 20, at most 200)")]
    public int? Limit { get; init; }
}

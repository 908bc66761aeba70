using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record ReleaseArguments
{
    [Description("As they were reserved; absent or empty: all that you hold")]
    public IReadOnlyList<string>? Paths { get; init; }
}

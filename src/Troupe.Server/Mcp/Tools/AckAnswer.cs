using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record AckAnswer(
    [property: Description("Acknowledged now")] IReadOnlyList<string> Changed,
    [property: Description("Acknowledged before")] IReadOnlyList<string> Unchanged,
    [property: Description("The file that holds the marks until the engine posts them, where the mail log cannot be written")] string? Outbox);

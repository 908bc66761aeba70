using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record SearchAnswer(
    [property: Description("Newest first")] IReadOnlyList<FoundView> Messages,
    [property: Description("Older messages fit, too")] bool More,
    [property: Description("Damaged places of the mail log: more messages may have been there")] int? Damaged);

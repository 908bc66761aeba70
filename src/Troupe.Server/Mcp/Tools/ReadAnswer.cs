using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record ReadAnswer(
    IReadOnlyList<MailView> Messages,
    [property: Description("The file that holds the marks until the engine posts them, where the mail log cannot be written")] string? Outbox,
    [property: Description("Damaged places of the mail log: more messages may have been there")] int? Damaged);

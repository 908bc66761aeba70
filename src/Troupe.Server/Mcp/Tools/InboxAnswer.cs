using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record InboxAnswer(
    string Persona,
    IReadOnlyList<MailView> Messages,
    [property: Description("How many older ones were left out")] int Omitted,
    [property: Description("Damaged places of the mail log: more messages may have been there")] int? Damaged);

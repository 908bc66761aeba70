using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record WhoAmIAnswer(
    string Persona,
    [property: Description("The session that you run in")] string? Session,
    [property: Description("Who has a mailbox")] IReadOnlyList<string> Team,
    int Unread);

using System.ComponentModel;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Server.Mcp;

/// <summary>One reservation as tools show it.</summary>
internal sealed record ReservationView(
    string Persona,
    [property: Description("A path or pattern from the repository's top")] string Path,
    [property: Description("When it ends, UTC")] string Until,
    string? Reason)
{
    public static ReservationView Of(Reservation one) => new(
        one.Persona.Value, one.Pattern.Text, UtcText.Write(one.Until), one.Reason);
}

using System.ComponentModel;
using System.Globalization;
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
        one.Persona.Value, one.Pattern.Text, one.Until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), one.Reason);
}

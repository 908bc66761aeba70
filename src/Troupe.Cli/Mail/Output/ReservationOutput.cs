using System.Globalization;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>One reservation in JSON.</summary>
internal sealed record ReservationOutput(string Persona, string Path, string From, string Until, string? Reason)
{
    public static ReservationOutput Of(Reservation one) => new(one.Persona.Value, one.Pattern.Text, Time(one.From), Time(one.Until), one.Reason);

    /// <summary>A line for people: who, what, until when and why.</summary>
    public static string Words(Reservation one) =>
        $"{one.Persona} until {one.Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}: {Printable.Escape(one.Pattern.Text)}"
        + (one.Reason is null ? "" : $" ({Printable.Escape(one.Reason)})");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

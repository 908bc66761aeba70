using System.Globalization;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>One reservation in JSON.</summary>
public sealed record ReservationOutput(string Persona, string Path, string From, string Until, string? Reason)
{
    public static ReservationOutput Of(Reservation one) => new(one.Persona.Value, one.Pattern.Text, UtcText.Write(one.From), UtcText.Write(one.Until), one.Reason);

    /// <summary>A line for people: who, what, until when and why.</summary>
    public static string Words(Reservation one) =>
        $"{one.Persona} until {one.Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}: {Printable.Escape(one.Pattern.Text)}"
        + (one.Reason is null ? "" : $" ({Printable.Escape(one.Reason)})");
}

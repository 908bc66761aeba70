using Troupe.Core;

namespace Troupe.Mail;

/// <summary>What can happen to reservations. Closed.</summary>
public abstract record ReservationEvent
{
    private ReservationEvent()
    {
    }

    /// <summary>A pattern that the persona holds already is renewed.</summary>
    public sealed record Reserved(PersonaId Persona, IReadOnlyList<PathPattern> Patterns, DateTimeOffset From, DateTimeOffset Until, string? Reason)
        : ReservationEvent;

    /// <param name="Patterns">Empty: all that the persona holds.</param>
    public sealed record Released(PersonaId Persona, IReadOnlyList<PathPattern> Patterns) : ReservationEvent;
}

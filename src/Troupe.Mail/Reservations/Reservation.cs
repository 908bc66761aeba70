using Troupe.Core;

namespace Troupe.Mail;

/// <summary>"I am editing these paths": a lease that others can see. Nothing enforces it, and it ends by itself.</summary>
/// <param name="From">When it was made, by the clock of whoever made it.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Reason">What its holder is doing there; null: he did not say.</param>
public sealed record Reservation(PersonaId Persona, PathPattern Pattern, DateTimeOffset From, DateTimeOffset Until, string? Reason)
{
    /// <summary>Clocks of machines and processes differ by a little.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether it holds now. One that begins well ahead of the clock does not: the clock was set back, and nobody may be kept out
    /// for longer than the time that was asked for.
    /// </summary>
    public bool Holds(DateTimeOffset now) => now < Until && From - now <= Skew;
}

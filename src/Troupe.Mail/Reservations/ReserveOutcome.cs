namespace Troupe.Mail;

/// <summary>What became of the wish to reserve. Closed.</summary>
public abstract record ReserveOutcome
{
    private ReserveOutcome()
    {
    }

    /// <param name="Until">When it ends.</param>
    /// <param name="Others">What others hold in the same places: they should be talked to.</param>
    public sealed record Made(DateTimeOffset Until, IReadOnlyList<Reservation> Others) : ReserveOutcome;

    /// <summary>Nothing was reserved, since it was to be exclusive.</summary>
    public sealed record Refused(IReadOnlyList<Reservation> Others) : ReserveOutcome;
}

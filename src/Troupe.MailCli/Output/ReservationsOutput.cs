namespace Troupe.MailCli;

/// <summary>Of <c>reserve</c>, <c>release</c> and <c>reservations</c>.</summary>
/// <param name="Reservations">What was made, what was ended, what holds.</param>
/// <param name="Overlapping">Of <c>reserve</c>: what others hold in the same places.</param>
internal sealed record ReservationsOutput(IReadOnlyList<ReservationOutput> Reservations, IReadOnlyList<ReservationOutput>? Overlapping) : VersionedOutput;

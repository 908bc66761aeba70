namespace Troupe.MailCli;

/// <param name="Damaged">As in <see cref="MessagesOutput"/>.</param>
/// <param name="Reservations">What others hold; null for nothing.</param>
internal sealed record CheckOutput(string Persona, IReadOnlyList<MessageOutput> Messages, int? Damaged, IReadOnlyList<ReservationOutput>? Reservations)
    : VersionedOutput;

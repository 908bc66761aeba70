namespace Troupe.MailCli;

/// <param name="Damaged">As in <see cref="MessagesOutput"/>.</param>
internal sealed record ThreadOutput(string Persona, string Thread, IReadOnlyList<MessageOutput> Messages, int? Damaged) : VersionedOutput;

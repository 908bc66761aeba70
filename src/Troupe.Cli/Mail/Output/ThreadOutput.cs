namespace Troupe.Cli.Mail;

internal sealed record ThreadOutput(string Persona, string Thread, IReadOnlyList<MessageOutput> Messages) : VersionedOutput;

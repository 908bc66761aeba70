namespace Troupe.Cli.Mail;

/// <summary>One line of <c>watch --json</c>.</summary>
internal sealed record WatchOutput(string Persona, MessageOutput Message) : VersionedOutput;

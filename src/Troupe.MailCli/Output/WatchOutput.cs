namespace Troupe.MailCli;

/// <summary>One line of <c>watch --json</c>.</summary>
internal sealed record WatchOutput(string Persona, MessageOutput Message) : VersionedOutput;

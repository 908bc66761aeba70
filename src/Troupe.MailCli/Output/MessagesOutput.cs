namespace Troupe.MailCli;

/// <summary>Of <c>inbox</c>, <c>sent</c>, <c>read</c>, <c>peek</c>, <c>check</c>.</summary>
/// <param name="Damaged">How many places of the log are damaged, so that more messages may have been there; null for none.</param>
/// <param name="Older">How many older messages a limit left out; null for none.</param>
internal sealed record MessagesOutput(string Persona, IReadOnlyList<MessageOutput> Messages, int? Damaged, int? Older = null) : VersionedOutput;

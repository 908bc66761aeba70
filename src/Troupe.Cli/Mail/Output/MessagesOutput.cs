namespace Troupe.Cli.Mail;

/// <summary>Of <c>inbox</c>, <c>sent</c>, <c>read</c>, <c>peek</c>, <c>check</c>.</summary>
internal sealed record MessagesOutput(string Persona, IReadOnlyList<MessageOutput> Messages) : VersionedOutput;

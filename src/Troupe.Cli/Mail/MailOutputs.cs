using System.Text.Json.Serialization;

namespace Troupe.Cli.Mail;

/// <summary>Every output begins with its version; it grows only when a field changes its meaning or goes.</summary>
internal abstract record VersionedOutput
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion => 1;
}

/// <param name="Id">The message; with a dedup key and several recipients the first copy.</param>
/// <param name="Outbox">The file, where the log could not be written.</param>
internal sealed record SendOutput(string Id, bool Duplicate, IReadOnlyList<string> Copies, string? Outbox) : VersionedOutput;

/// <summary>Of <c>inbox</c>, <c>sent</c>, <c>read</c>, <c>peek</c>, <c>check</c>.</summary>
internal sealed record MessagesOutput(string Persona, IReadOnlyList<MessageOutput> Messages) : VersionedOutput;

internal sealed record ThreadOutput(string Persona, string Thread, IReadOnlyList<MessageOutput> Messages) : VersionedOutput;

/// <param name="Changed">The messages that are now as asked.</param>
/// <param name="Unchanged">Those that had been so already.</param>
internal sealed record MarkOutput(string Persona, IReadOnlyList<string> Changed, IReadOnlyList<string> Unchanged, string? Outbox)
    : VersionedOutput;

internal sealed record TagOutput(string Id, IReadOnlyList<string> Tags) : VersionedOutput;

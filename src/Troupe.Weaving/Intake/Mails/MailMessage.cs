using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>One patch out of a text: the bytes of its diff and what its mail says.</summary>
/// <param name="Diff">What git may apply.</param>
/// <param name="Message">The commit message; null: a bare diff.</param>
/// <param name="Author">Null: a bare diff, or a mail without a usable sender.</param>
internal sealed record MailMessage(ReadOnlyMemory<byte> Diff, string? Message, GitSignature? Author);

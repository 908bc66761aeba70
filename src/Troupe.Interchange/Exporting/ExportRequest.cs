using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>Which messages leave, in which form, to where.</summary>
/// <param name="Format">The form.</param>
/// <param name="Folder">Created where it is missing. What was exported to it before is brought up to date.</param>
public sealed record ExportRequest(InterchangeFormat Format, string Folder)
{
    /// <summary>Only what lies in this mailbox; null: all mailboxes.</summary>
    public PersonaId? Persona { get; init; }

    /// <summary>Only what was sent then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only the conversation that this message belongs to: an id or the end of one.</summary>
    public string? Thread { get; init; }
}

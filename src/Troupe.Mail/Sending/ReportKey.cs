using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// What makes two of the Weaver's reports the same one: persona, patch, the tree it was tried on and what went wrong.
/// A report on the same patch with another tree or digest is a newer one and supersedes the older.
/// </summary>
public sealed record ReportKey(PersonaId Persona, PatchId Patch, TreeId BaseTree, string ConflictDigest)
{
    private string OfPatch => $"weaver/{Persona}/{Patch}/";

    public override string ToString() => $"{OfPatch}{BaseTree}/{ConflictDigest}";

    /// <summary>The older reports on the same patch that still stand in the persona's mailbox.</summary>
    public IReadOnlyList<RecordId> Overtaken(Mailbox mailbox) =>
    [
        .. mailbox.StandingKeyed(PersonaId.Weaver)
            .Where(entry => entry.Message.DedupKey is { } key
                && key != ToString()
                && key.StartsWith(OfPatch, StringComparison.Ordinal))
            .Select(entry => entry.Message.Id),
    ];
}

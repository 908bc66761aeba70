using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Engine;

/// <summary>
/// What remains of a conflict when the weave is gone: the report that people read, and the files that the next attempt
/// finds in its checkout. Stored as a blob (docs/specs/sprint-log.md, "Reports") and named by the event.
/// </summary>
internal sealed record Dossier
{
    public int SchemaVersion { get; init; } = 1;

    public required string Session { get; init; }

    public required string Patch { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<DossierFile> Files { get; init; }

    public async Task<string> StoreAsync(IBlobStore blobs, CancellationToken cancellationToken)
    {
        var stored = await blobs.PutAsync(
            JsonSerializer.SerializeToUtf8Bytes(this, DossierJson.Default.Dossier), cancellationToken);
        return stored.Id.ToString();
    }

    /// <exception cref="TroupeException">The blob is missing or is no report.</exception>
    public static async Task<Dossier> ReadAsync(IBlobStore blobs, string blob, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenAsync(Sha256.Parse(blob), cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync(content, DossierJson.Default.Dossier, cancellationToken)
                ?? throw new JsonException("it is null");
        }
        catch (JsonException failure)
        {
            throw new TroupeException(ErrorCode.Storage, $"The report {blob} cannot be read: {failure.Message}", failure);
        }
    }
}

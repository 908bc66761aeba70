using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>Bodies of messages: from their records, or from the blobs that hold the long ones. A blob that is not what its name says is not believed.</summary>
internal sealed class StoredBodies(IBlobStore blobs, TakenMessages taken)
{
    public static StoredBodies Of(TeamHome home) => new(
        new FileBlobStore(Path.Combine(home.MailFolder, "blobs")), new TakenMessages(new FileEventLog(home.MailFolder, TimeProvider.System)));

    /// <summary>The messages of which it is said that their blobs may be missing.</summary>
    public Task<IReadOnlySet<RecordId>> TakenAsync(CancellationToken cancellationToken) => taken.AllAsync(cancellationToken);

    /// <returns>Null: it was taken away.</returns>
    /// <exception cref="TroupeException">The body is a blob that is missing or damaged.</exception>
    public async Task<string?> ReadAsync(Message message, LogRecord record, CancellationToken cancellationToken)
    {
        if (message.StoredBody is not { } stored)
        {
            return RedactedBody.Visible(record.Body ?? "");
        }

        try
        {
            return await ReadAsync(stored.Sha256, cancellationToken);
        }
        catch (TroupeException missing) when (missing.Code is ErrorCode.NotFound)
        {
            if (await taken.ContainsAsync(message.Id, cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    /// <exception cref="TroupeException">It is missing or damaged.</exception>
    public async Task<string> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var id = Sha256.Parse(sha256);
        await using var stream = await blobs.OpenAsync(id, cancellationToken);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        return Sha256.Of(bytes) == id
            ? Encoding.UTF8.GetString(bytes)
            : throw new TroupeException(ErrorCode.Storage, $"The blob {id} was changed or damaged: its content has another hash.");
    }
}

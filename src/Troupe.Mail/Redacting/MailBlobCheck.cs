using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Holds the blobs of the mail against the messages that name them, changing nothing.</summary>
public sealed class MailBlobCheck(TeamHome home, TimeProvider time)
{
    public async Task<IReadOnlyList<LogFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var folder = MailRedaction.BlobFolder(home);
        var store = new FileBlobStore(folder);

        // The store is listed first: a blob is put before the record that names it is appended.
        var present = store.List().Select(blob => blob.Id).ToHashSet();
        var (named, needed) = await NamesAsync(cancellationToken);
        List<LogFinding> findings = [];
        foreach (var blob in present.OrderBy(blob => blob.Value, StringComparer.Ordinal))
        {
            if (!named.TryGetValue(blob, out var at))
            {
                findings.Add(Of(LogFindingKind.OrphanBlob, folder, blob, null, "No message names this blob: what put it was cut off, or its messages are redacted. It may be deleted."));
            }
            else if (!await store.IsIntactAsync(blob, cancellationToken))
            {
                findings.Add(Of(LogFindingKind.ChangedBlob, folder, blob, at, "The blob is not what its name says: it was changed."));
            }
        }

        findings.AddRange(needed.Where(blob => !present.Contains(blob.Key)).Select(blob =>
            Of(LogFindingKind.MissingBlob, folder, blob.Key, blob.Value, "A message names this blob, and it is not there.")));
        return findings;
    }

    /// <summary>Which blobs are named, and where first; and which by messages that nobody has redacted.</summary>
    private async Task<(Dictionary<Sha256, Position> Named, Dictionary<Sha256, Position> Needed)> NamesAsync(CancellationToken cancellationToken)
    {
        Dictionary<Sha256, Position> named = [], needed = [];
        List<(RecordId Message, Position At, Sha256 Blob)> names = [];
        HashSet<RecordId> redacted = [];
        await foreach (var record in new FileEventLog(home.MailFolder, time).ReadAsync(Position.Start, cancellationToken))
        {
            if (TryDecode(record) is { } message)
            {
                names.AddRange(RedactionPlanning.BlobsOf(message).Select(blob => (message.Id, message.Position, blob)));
            }

            redacted.UnionWith(RedactedRecord.MessagesOf(record));
        }

        foreach (var (message, at, blob) in names)
        {
            named.TryAdd(blob, at);
            if (!redacted.Contains(message))
            {
                needed.TryAdd(blob, at);
            }
        }

        return (named, needed);
    }

    private static Message? TryDecode(LogRecord record)
    {
        try
        {
            return (MailEventCodec.Decode(record) as MailEvent.Sent)?.Message;
        }
        catch (FormatException)
        {
            // Whoever reads the mail is told of it.
            return null;
        }
    }

    private static LogFinding Of(LogFindingKind kind, string folder, Sha256 blob, Position? at, string message) =>
        new(kind, Path.Combine(folder, blob.Value[..2], blob.Value), at, 0, message);
}

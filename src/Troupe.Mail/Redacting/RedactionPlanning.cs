using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Decides what a redaction of a message takes away. Pure.</summary>
public static class RedactionPlanning
{
    /// <param name="message">The message.</param>
    /// <param name="all">Every message of the log.</param>
    /// <param name="redacted">Those that are redacted already: they name nothing any more.</param>
    public static RedactionPlan Of(Message message, IEnumerable<Message> all, IReadOnlySet<RecordId> redacted)
    {
        var blobs = BlobsOf(message).ToHashSet();
        var named = all.Where(other => other.Id != message.Id && !redacted.Contains(other.Id))
            .SelectMany(other => BlobsOf(other).Where(blobs.Contains).Select(blob => (Blob: blob, other.Id)))
            .ToLookup(name => name.Blob, name => name.Id);
        return new RedactionPlan(
            message,
            Body: message.StoredBody is null,
            [.. blobs.Where(blob => !named.Contains(blob))],
            [.. blobs.Where(named.Contains).Select(blob => new SharedBlob(blob, [.. named[blob].Distinct()]))]);
    }

    /// <summary>
    /// The blobs that a message names: its text where that is long, its files. A link is none, and neither is what no store can hold:
    /// a log that somebody else wrote may say anything.
    /// </summary>
    public static IEnumerable<Sha256> BlobsOf(Message message)
    {
        foreach (var name in message.Attachments.Select(attachment => attachment.Sha256).Prepend(message.StoredBody?.Sha256))
        {
            if (Sha256.TryParse(name, out var blob))
            {
                yield return blob;
            }
        }
    }
}

using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Appends messages that were sent elsewhere. Everything has an id that follows from what it is, so that the same batch again,
/// after a crash or by intent, adds what is missing and nothing else.
/// </summary>
public sealed class MailImport(IEventLog log, IBlobStore blobs)
{
    /// <summary>What a record holds besides its body, at most, in bytes: the rest of its line is the body's.</summary>
    private const int LongestPayload = 56 * 1024;

    /// <summary>Whether the message, with all its addresses and attachments, fits into a record.</summary>
    public static bool Fits(ImportedMessage message) => ImportedMessageCodec.Payload(message, body: null).Length <= LongestPayload;

    /// <summary>Appends the batch; durable when it returns.</summary>
    /// <returns>For each message whether it is new.</returns>
    public async Task<IReadOnlyList<bool>> AppendAsync(IReadOnlyList<ImportedMessage> batch, CancellationToken cancellationToken)
    {
        var (records, places) = (new List<NewRecord>(), new List<int>());
        using var kept = await KeptBlobs.KeepAsync(
            blobs, batch.SelectMany(message => message.Attachments), batch.Select(message => message.Body), cancellationToken);
        foreach (var message in batch)
        {
            var (inline, stored) = await BodyStorage.PlaceAsync(message.Body, blobs, cancellationToken);
            places.Add(records.Count);
            records.AddRange(ImportedMessageCodec.Encode(message, inline, stored));
        }

        var outcomes = await log.AppendAsync(records, cancellationToken);
        return [.. places.Select(place => !outcomes[place].Duplicate)];
    }
}

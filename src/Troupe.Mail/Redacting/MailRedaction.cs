using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Takes the text and the attachments of a message away for good, for a secret that got into them. The message stays, with its
/// subject and addresses, and a record says who redacted it and why. What was copied elsewhere (prompts, exports, backups) is not reached.
/// </summary>
public sealed class MailRedaction(TeamHome home, TimeProvider time)
{
    /// <summary>What stands in place of a text that was redacted.</summary>
    public const string Notice = "[redacted]";

    private readonly FileBlobStore _blobs = new(BlobFolder(home));

    public static string BlobFolder(TeamHome home) => Path.Combine(home.MailFolder, "blobs");

    /// <summary>The messages that are redacted already.</summary>
    public async Task<IReadOnlySet<RecordId>> RedactedAsync(CancellationToken cancellationToken)
    {
        HashSet<RecordId> redacted = [];
        await foreach (var record in new FileEventLog(home.MailFolder, time).ReadAsync(Position.Start, cancellationToken))
        {
            if (RedactedRecord.MessageOf(record) is { } message)
            {
                redacted.Add(message);
            }
        }

        return redacted;
    }

    /// <summary>First the record that says so, then the bytes: repeated after a crash, it does what is left to do.</summary>
    public async Task ApplyAsync(RedactionPlan plan, PersonaId by, string reason, CancellationToken cancellationToken)
    {
        var message = plan.Message;
        await new FileEventLog(home.MailFolder, time).AppendAsync(
            new NewRecord
            {
                Kind = MailEventKinds.Redacted,
                Actor = by.Value,
                Payload = new PayloadWriter().Text("message"u8, message.Id.ToString()).Text("reason"u8, reason).Finish(),
                DedupKey = $"@redacted:{message.Id}",
            },
            cancellationToken);
        if (plan.Body)
        {
            new Redaction(home.MailFolder).Redact(message.Position);
        }

        foreach (var blob in plan.Deleted)
        {
            _blobs.Delete(blob);
        }
    }
}

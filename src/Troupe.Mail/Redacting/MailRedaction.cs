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

    /// <summary>
    /// The messages that are redacted already, or were dropped for their age. Of the latter, not those that somebody has marked as unread
    /// since: what a crash left of them, or what they share with others, is still theirs.
    /// </summary>
    public async Task<IReadOnlySet<RecordId>> RedactedAsync(CancellationToken cancellationToken)
    {
        var (redacted, expired) = (new HashSet<RecordId>(), new HashSet<RecordId>());
        await foreach (var record in new FileEventLog(home.MailFolder, time).ReadAsync(Position.Start, cancellationToken))
        {
            if (RedactedRecord.OneOf(record) is { } one)
            {
                redacted.Add(one);
            }
            else if (MarkedUnread(record) is { } wanted)
            {
                expired.Remove(wanted);
            }
            else
            {
                expired.UnionWith(RedactedRecord.ExpiredOf(record));
            }
        }

        redacted.UnionWith(expired);
        return redacted;
    }

    /// <summary>First the record that says so, then the bytes: repeated after a crash, it does what is left to do.</summary>
    public async Task ApplyAsync(RedactionPlan plan, PersonaId by, string reason, CancellationToken cancellationToken)
    {
        var message = plan.Message;
        await new FileEventLog(home.MailFolder, time).AppendAsync(RedactedRecord.One(message.Id, by, reason), cancellationToken);
        if (plan.Body)
        {
            new Redaction(home.MailFolder).Redact(message.Position);
        }

        foreach (var blob in plan.Deleted)
        {
            _blobs.Delete(blob);
        }
    }

    private static RecordId? MarkedUnread(LogRecord record)
    {
        try
        {
            return record.KindUtf8.SequenceEqual("unread"u8) && MailEventCodec.Decode(record) is MailEvent.Marked mark ? mark.Message : null;
        }
        catch (FormatException)
        {
            // Whoever folds the log says which record makes no sense.
            return null;
        }
    }
}

using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Takes the text and the attachments of a message away for good, for a secret that got into them. The message stays, with its
/// subject and addresses, and a record says who redacted it and why. What was copied elsewhere (prompts, exports, backups) is not reached.
/// </summary>
public sealed class MailRedaction
{
    /// <summary>What stands in place of a text that was redacted.</summary>
    public const string Notice = "[redacted]";

    private readonly FileEventLog _log;
    private readonly FileBlobStore _blobs;
    private readonly Redaction _redaction;

    public MailRedaction(TeamHome home, TimeProvider time)
        : this(new FileEventLog(home.MailFolder, time), new FileBlobStore(BlobFolder(home)), new Redaction(home.MailFolder))
    {
    }

    internal MailRedaction(FileEventLog log, FileBlobStore blobs, Redaction redaction) => (_log, _blobs, _redaction) = (log, blobs, redaction);

    public static string BlobFolder(TeamHome home) => Path.Combine(home.MailFolder, "blobs");

    /// <summary>
    /// The messages that are redacted already, or were dropped for their age. Of the latter, not those that somebody has marked as unread
    /// since: what a crash left of them, or what they share with others, is still theirs.
    /// </summary>
    public async Task<IReadOnlySet<RecordId>> RedactedAsync(CancellationToken cancellationToken)
    {
        var (redacted, expired) = (new HashSet<RecordId>(), new HashSet<RecordId>());
        await foreach (var record in _log.ReadAsync(Position.Start, cancellationToken))
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

    /// <exception cref="TroupeException">There is no reason, or it repeats the secret: the log keeps it for good.</exception>
    public static void RequireReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new TroupeException(ErrorCode.InvalidArgument, "Why is it redacted? Say so with --reason TEXT.");
        }

        SecretRule.RefuseReason(reason);
    }

    /// <summary>First the record that says so, then the bytes: repeated after a crash, it does what is left to do.</summary>
    /// <returns>What it did: a blob stays that a message has come to name since it was planned.</returns>
    public async Task<RedactionPlan> ApplyAsync(RedactionPlan plan, PersonaId by, string reason, CancellationToken cancellationToken)
    {
        RequireReason(reason);
        var message = plan.Message;
        await _log.AppendAsync(RedactedRecord.One(message.Id, by, reason), cancellationToken);
        if (plan.Body)
        {
            _redaction.Redact(message.Position);
        }

        if (plan.Deleted.Count == 0)
        {
            return plan;
        }

        // While it has its turn nobody appends a message that names a blob.
        using var turn = _blobs.TakeTurn();
        var now = RedactionPlanning.Of(message, await NamingAsync(plan.Deleted, cancellationToken), await RedactedAsync(cancellationToken));
        var deleted = plan.Deleted.Where(now.Deleted.Contains).ToList();
        foreach (var blob in deleted)
        {
            _blobs.Delete(blob);
        }

        return plan with { Deleted = deleted, Kept = [.. plan.Kept, .. now.Kept.Where(blob => plan.Deleted.Contains(blob.Id))] };
    }

    /// <summary>The messages that name one of some blobs.</summary>
    private async Task<IReadOnlyList<Message>> NamingAsync(IReadOnlyList<Sha256> blobs, CancellationToken cancellationToken)
    {
        List<Message> naming = [];
        await foreach (var record in _log.ReadAsync(Position.Start, cancellationToken))
        {
            if (MailEventCodec.IsSent(record) && TryDecode(record) is MailEvent.Sent sent && RedactionPlanning.BlobsOf(sent.Message).Any(blobs.Contains))
            {
                naming.Add(sent.Message);
            }
        }

        return naming;
    }

    private static RecordId? MarkedUnread(LogRecord record) =>
        record.KindUtf8.SequenceEqual("unread"u8) && TryDecode(record) is MailEvent.Marked mark ? mark.Message : null;

    private static MailEvent? TryDecode(LogRecord record)
    {
        try
        {
            return MailEventCodec.Decode(record);
        }
        catch (FormatException)
        {
            // Whoever folds the log says which record makes no sense.
            return null;
        }
    }
}

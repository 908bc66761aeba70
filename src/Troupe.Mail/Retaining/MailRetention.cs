using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Takes the texts and attachments of old mail away for good, where everybody has read and acknowledged it. The messages stay, with their
/// subjects and marks. First records say who did it and until when, then the bytes go: repeated after a crash, it does what is left.
/// </summary>
public sealed class MailRetention
{
    /// <summary>Longer than it takes from putting a blob to appending the record that names it.</summary>
    private static readonly TimeSpan BlobGrace = TimeSpan.FromHours(1);

    /// <summary>How often it looks anew because somebody wrote meanwhile.</summary>
    private const int Attempts = 100;

    private readonly TimeProvider _time;
    private readonly FileEventLog _log;
    private readonly FileBlobStore _blobs;
    private readonly Redaction _redaction;
    private readonly AddressBook _team;

    public MailRetention(TeamHome home, TimeProvider time)
        : this(
            new FileEventLog(home.MailFolder, time),
            new FileBlobStore(MailRedaction.BlobFolder(home)),
            new Redaction(home.MailFolder),
            new AddressBook(home.PersonasFolder),
            time)
    {
    }

    internal MailRetention(FileEventLog log, FileBlobStore blobs, Redaction redaction, AddressBook team, TimeProvider time) =>
        (_log, _blobs, _redaction, _team, _time) = (log, blobs, redaction, team, time);

    /// <summary>Drops also what nobody has left to read but personas who are not in the team any more. Only where somebody says so.</summary>
    public bool DropsUnreadOfDeparted { get; init; }

    /// <summary>What it would drop, changing nothing.</summary>
    /// <param name="before">Messages from then on are kept, and their conversations.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: the log is damaged, so what was marked unread may be unknown.</exception>
    public async Task<RetentionPlan> PlanAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await PlanAsync(NewLedger(), before, cancellationToken);

    /// <summary>Drops it, and gives what it dropped.</summary>
    /// <param name="by">Who wants it.</param>
    /// <param name="before">Messages from then on are kept, and their conversations.</param>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.Storage"/>: the log is damaged, or cannot be written. <see cref="ErrorCode.Busy"/>: others write all the time.
    /// </exception>
    public async Task<RetentionPlan> ApplyAsync(PersonaId by, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ledger = NewLedger();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var plan = await PlanAsync(ledger, before, cancellationToken);
            if (await SayAsync(plan, by, ledger.Next, cancellationToken))
            {
                _redaction.Redact(plan.ToBlot, cancellationToken);
                return plan with { Blobs = await DeleteAsync(plan, ledger, cancellationToken) };
            }
        }

        throw new TroupeException(ErrorCode.Busy, "No mail was dropped: others write mail all the time. Try again when it is quieter.");
    }

    private async Task<RetentionPlan> PlanAsync(RetentionLedger ledger, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await foreach (var record in _log.ReadAsync(ledger.Next, cancellationToken))
        {
            ledger.Take(record);
        }

        if (_log.Damage.FirstOrDefault(damage => damage.LostRecords) is { } damage)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"No mail is dropped while its log is damaged, since what was lost may have marked mail as unread: see 'jules-mail fsck' and 'repair'. {Printable.Escape(damage.ToString())}");
        }

        return RetentionPlanning.Of(ledger, before, _blobs.List(), new RetentionReaders(_team, DropsUnreadOfDeparted));
    }

    /// <returns>False: somebody wrote since the plan was made, and may have marked as unread what it drops.</returns>
    private async Task<bool> SayAsync(RetentionPlan plan, PersonaId by, Position end, CancellationToken cancellationToken)
    {
        foreach (var messages in plan.ToSay.Chunk(RedactedRecord.MostMessages))
        {
            if (await _log.AppendAsync([RedactedRecord.Expired(messages, by, plan.Before)], end, cancellationToken) is not AppendResult.Appended appended)
            {
                return false;
            }

            end = appended.End;
        }

        return true;
    }

    /// <returns>What it deleted: not what somebody has come to name, or to want, since it was decided.</returns>
    private async Task<IReadOnlyList<BlobRef>> DeleteAsync(RetentionPlan plan, RetentionLedger ledger, CancellationToken cancellationToken)
    {
        if (plan.Blobs.Count == 0)
        {
            return [];
        }

        // While it has its turn nobody appends a message that names a blob.
        using var turn = _blobs.TakeTurn();
        var now = (await PlanAsync(ledger, plan.Before, cancellationToken)).Blobs.ToHashSet();
        return [.. plan.Blobs.Where(blob => now.Contains(blob) && Delete(blob))];
    }

    private bool Delete(BlobRef blob) => _blobs.TryDelete(blob.Id, _time.GetUtcNow() - BlobGrace);

    private RetentionLedger NewLedger() => new(_time.GetUtcNow());
}

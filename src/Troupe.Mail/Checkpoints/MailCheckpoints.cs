using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The checkpoints of a mail log: where folding begins, so that it costs what happened lately and not what ever happened. They are
/// files beside the log that can be deleted at any time (docs/specs/mail-checkpoint.md).
/// </summary>
public sealed class MailCheckpoints
{
    private const int LongLog = 2 * 1024 * 1024;
    private const int LongestRecord = 256 * 1024;

    private readonly CheckpointFolder _folder;
    private readonly CheckpointPublisher _publisher;
    private readonly CheckpointSteps _steps;
    private readonly IEventLog _log;
    private Checkpoint _opened = Checkpoint.None;

    public MailCheckpoints(string folder, IEventLog log)
        : this(folder, log, CheckpointSteps.Default)
    {
    }

    internal MailCheckpoints(string folder, IEventLog log, CheckpointSteps steps)
    {
        (_log, _steps) = (log, steps);
        _folder = new CheckpointFolder(folder);
        _publisher = new CheckpointPublisher(_folder, new FileLease(folder), log, steps);
    }

    /// <summary>Mailboxes as the checkpoints have them, to be caught up.</summary>
    internal async ValueTask<Mailboxes> OpenAsync(PersonaId? only, CancellationToken cancellationToken)
    {
        _opened = await _folder.OpenAsync(_log, cancellationToken);
        if (_opened.Layers.Layers.Count == 0)
        {
            await BeginAsync(cancellationToken);
        }

        return new Mailboxes(_opened.Layers, _opened.Covered.Next, _log, only);
    }

    /// <summary>Makes what the log should have by now; where that cannot be, everybody does without.</summary>
    /// <returns>Whether something was missing and is there now.</returns>
    internal async Task<bool> PublishAsync(Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        if (mailboxes.Last is not { } last || (_opened.Reaches(_steps.At(last)) && !mailboxes.FoldedAnew))
        {
            return false;
        }

        await PublishAsync(last, mailboxes.FoldedAnew, cancellationToken);
        return _opened.Reaches(_steps.At(last));
    }

    /// <summary>
    /// A long log without a checkpoint would be folded twice: for the answer, and then to make one. It is made first, and the answer
    /// begins there.
    /// </summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var end = await _log.EndAsync(cancellationToken);
        if (end.Segment > 0 || end.Offset > LongLog)
        {
            // No record is longer than this, so one begins behind the place, and what is before it is finished.
            await PublishAsync(end with { Offset = Math.Max(0, end.Offset - LongestRecord) }, anew: false, cancellationToken);
        }
    }

    private async Task PublishAsync(Position last, bool anew, CancellationToken cancellationToken)
    {
        try
        {
            await _publisher.PublishAsync(last, anew, cancellationToken);
            _opened = await _folder.OpenAsync(_log, cancellationToken);
        }
        catch (Exception obstacle) when (obstacle is TroupeException or IOException or UnauthorizedAccessException or CheckpointMisfitException)
        {
            // A full disk, a folder that may not be written, a log that was changed meanwhile: the next one tries again.
        }
    }
}

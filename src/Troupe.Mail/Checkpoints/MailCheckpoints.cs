using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The checkpoints of a mail log: where folding begins, so that it costs what happened lately and not what ever happened. They are
/// files beside the log that can be deleted at any time (docs/specs/mail-checkpoint.md).
/// </summary>
public sealed class MailCheckpoints
{
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
        return new Mailboxes(_opened.Layers, _opened.Covered.Next, _log, only);
    }

    /// <summary>Makes what the log should have by now; where that cannot be, everybody does without.</summary>
    internal async Task PublishAsync(Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        if (mailboxes.Last is not { } last || (_opened.IsUpToDate(_steps.At(last)) && !mailboxes.FoldedAnew))
        {
            return;
        }

        try
        {
            await _publisher.PublishAsync(last, mailboxes.FoldedAnew, cancellationToken);
            _opened = await _folder.OpenAsync(_log, cancellationToken);
        }
        catch (Exception obstacle) when (obstacle is TroupeException or IOException or UnauthorizedAccessException or CheckpointMisfitException)
        {
            // A full disk, a folder that may not be written, a log that was changed meanwhile: the next one tries again.
        }
    }
}

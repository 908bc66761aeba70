using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Makes the checkpoints that a log of its length should have. One publisher works at a time; who finds another at work leaves it to
/// him.
/// </summary>
internal sealed class CheckpointPublisher(CheckpointFolder folder, ILease lease, IEventLog log, CheckpointSteps steps)
{
    private const string LeaseName = "mailboxes";

    /// <param name="last">Where the last record of the log begins.</param>
    /// <param name="anew">Believe nothing of what is there.</param>
    public async Task PublishAsync(Position last, bool anew, CancellationToken cancellationToken)
    {
        await using var hold = await lease.TryAcquireAsync(LeaseName, "makes checkpoints", cancellationToken);
        if (hold is null)
        {
            return;
        }

        try
        {
            var found = anew ? Checkpoint.None : await folder.OpenAsync(log, cancellationToken);
            await PublishAsync(found, steps.At(last), cancellationToken);
        }
        catch (CheckpointMisfitException)
        {
            await PublishAsync(Checkpoint.None, steps.At(last), cancellationToken);
        }
    }

    private async Task PublishAsync(Checkpoint found, (Position Base, Position Recent) boundaries, CancellationToken cancellationToken)
    {
        if (found.IsUpToDate(boundaries))
        {
            return;
        }

        if (boundaries.Base == Position.Start)
        {
            found = found with { Base = null };
            folder.Delete(CheckpointFolder.BaseName);
        }
        else if (found.Base?.Stretch.Boundary != boundaries.Base)
        {
            await WriteAsync(CheckpointFolder.BaseName, beneath: null, found.Base, boundaries.Base, cancellationToken);
            found = await folder.OpenAsync(log, cancellationToken);
            if (found.Base?.Stretch.Boundary != boundaries.Base)
            {
                return;
            }
        }

        if (boundaries.Recent == boundaries.Base)
        {
            folder.Delete(CheckpointFolder.RecentName);
        }
        else
        {
            await WriteAsync(CheckpointFolder.RecentName, found.Base, found.Recent, boundaries.Recent, cancellationToken);
        }
    }

    /// <param name="beneath">The checkpoint that it will lie on.</param>
    /// <param name="older">One of the same beginning that covers less, to go on from; null: begin at the end of the one beneath.</param>
    private async Task WriteAsync(string name, StoredLayer? beneath, StoredLayer? older, Position boundary, CancellationToken cancellationToken)
    {
        var covering = await CheckpointFold.RunAsync(log, beneath, older?.Stretch.Boundary <= boundary ? older : null, boundary, cancellationToken);
        var writer = new CheckpointWriter(covering.Layer, beneath);
        if (!writer.Fits)
        {
            return;
        }

        // What a checkpoint rests on must not be less durable than itself.
        await log.SyncAsync(covering.Stretch.Next, cancellationToken);
        folder.Replace(name, file => writer.Write(covering.Stretch, covering.Damaged, file));
    }
}

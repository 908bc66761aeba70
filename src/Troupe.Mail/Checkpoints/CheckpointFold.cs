using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The fold of a stretch of the log, as a checkpoint keeps it.</summary>
internal sealed record CheckpointFold(GrowingLayer Layer, Stretch Stretch, IReadOnlyList<Position> Damaged)
{
    /// <param name="beneath">The checkpoint that it lies on.</param>
    /// <param name="older">One of the same beginning, to go on from.</param>
    /// <param name="boundary">Where it ends.</param>
    public static async Task<CheckpointFold> RunAsync(
        IEventLog log, StoredLayer? beneath, StoredLayer? older, Position boundary, CancellationToken cancellationToken)
    {
        var under = beneath?.Stretch ?? Stretch.Empty;
        var stretch = older?.Stretch ?? new Stretch(under.Next, under.Chain, under.Next, under.Next, under.Last, under.Chain);
        var mailboxes = Mailboxes.ForCheckpoint(beneath is null ? MailLayers.None : new MailLayers([beneath]), stretch.Next);
        if (older is not null)
        {
            mailboxes.Growing.Load(older);
        }

        LogRecord? last = null;
        await foreach (var record in log.ReadAsync(stretch.Next, cancellationToken))
        {
            if (record.Position >= boundary)
            {
                break;
            }

            mailboxes.Evolve(record);
            last = record;
        }

        stretch = stretch with { Boundary = boundary };
        return new CheckpointFold(
            mailboxes.Growing,
            last is null ? stretch : stretch with { Next = last.Next, Last = last.Position, Chain = last.NextChain() },
            [.. log.Damage.Where(damage => damage.LostRecords && damage.Start >= stretch.From && damage.Start < boundary).Select(damage => damage.Start).Distinct()]);
    }
}

namespace Troupe.EventLog;

/// <summary>
/// Finds every place where records with a body stand. One whose sync failed is written again to the next segment, so that it may stand in the
/// log twice; readers show the first.
/// </summary>
internal sealed class RecordCopies(SegmentFolder segments, IReadOnlySet<RecordId> ids)
{
    private Position _next = Position.Start;

    /// <summary>The places in what the log has gained since the last call.</summary>
    public IReadOnlyList<Position> FindMore(CancellationToken cancellationToken)
    {
        List<Position> places = [];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var segment = segments.Open(_next.Segment);
            if (segment?.File is { } file)
            {
                Find(file, places);
            }

            if (segment is not { IsSealed: true })
            {
                return places;
            }

            _next = new Position(_next.Segment + 1, 0);
        }
    }

    private void Find(StorageFile file, List<Position> places)
    {
        var scanner = new LogScanner(file, _next, DamageTracker.Silent());
        while (scanner.Next() is { } record)
        {
            if (record.BodyText is not null && ids.Contains(record.Id))
            {
                places.Add(record.Position);
            }

            _next = record.Next;
        }
    }
}

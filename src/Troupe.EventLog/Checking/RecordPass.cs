using System.Text;

namespace Troupe.EventLog;

/// <summary>One pass over all records in their order: damage, chain, ids, hashes of bodies.</summary>
internal sealed class RecordPass
{
    private readonly IReadOnlyList<Position> _quarantined;
    private readonly HashSet<RecordId> _seen = [];
    private readonly DamageTracker _tracker;
    private LogRecord? _last;
    private bool _gapIsKnown;

    /// <param name="quarantined">Where repairs took damage out of the way.</param>
    public RecordPass(IReadOnlyList<Position> quarantined)
    {
        _quarantined = quarantined;
        _tracker = new DamageTracker(() => null, Report);
    }

    public List<LogFinding> Findings { get; } = [];

    public long Records { get; private set; }

    public void Miss(string path, int segment) => _tracker.Miss(path, segment);

    public void Read(StorageFile log, int segment, long length, bool isSealed, CancellationToken cancellationToken)
    {
        var scanner = new LogScanner(log, new Position(segment, 0), _tracker, length);
        while (scanner.Next() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Look(log, record);
        }

        if (isSealed)
        {
            scanner.DropRest();
        }
        else
        {
            scanner.ReportEnd();
        }
    }

    private void Look(StorageFile log, LogRecord record)
    {
        var expected = _last is null ? RecordFormat.ChainStart : _last.NextChain();
        if (!_gapIsKnown && !record.Chain.SequenceEqual(expected))
        {
            AddGap(log, record);
        }

        if (record.Body is { } body && !BlottedLine.IsBlotted(record) && !record.BodyHash.SequenceEqual(Encoding.ASCII.GetBytes(Sha256.Of(Encoding.UTF8.GetBytes(body)).Value)))
        {
            Add(LogFindingKind.ChangedBody, log, record, "The body does not have the hash that the record states.");
        }

        if (_seen.Add(record.Id))
        {
            Records += SegmentOpening.Is(record) ? 0 : 1;
        }
        else
        {
            Add(LogFindingKind.Repeated, log, record, "The record repeats the id of an earlier one; the first counts.");
        }

        (_last, _gapIsKnown) = (record, false);
    }

    private void AddGap(StorageFile log, LogRecord record)
    {
        var from = _last?.Next ?? Position.Start;
        if (_quarantined.Any(at => at >= from && at < record.Position))
        {
            Add(LogFindingKind.KnownLoss, log, record, "Records before this one were lost; what was left of them is in quarantine.");
        }
        else
        {
            Add(LogFindingKind.BrokenChain, log, record, "The record does not continue the one before it: records between them were removed, or one was rewritten.");
        }
    }

    private void Add(LogFindingKind kind, StorageFile log, LogRecord record, string message) =>
        Findings.Add(new LogFinding(kind, log.Path, record.Position, record.Json.Length, message));

    /// <summary>Damage and missing segments break the chain; that is told once.</summary>
    private void Report(LogDamage damage)
    {
        _gapIsKnown |= damage.LostRecords;
        Findings.Add(new LogFinding(
            damage.Kind switch
            {
                DamageKind.TornTail => LogFindingKind.TornTail,
                DamageKind.Torn => LogFindingKind.Torn,
                DamageKind.Missing => LogFindingKind.Missing,
                DamageKind.Unproven => LogFindingKind.Unproven,
                DamageKind.Repeated => LogFindingKind.Repeated,
                _ => LogFindingKind.Corrupt,
            },
            damage.Log,
            damage.Start,
            damage.Length,
            damage.Description));
    }
}

namespace Troupe.EventLog;

/// <summary>
/// Collects bytes that are no record into stretches, and judges each by the chain: where the record after it continues
/// the record before it, nothing that was ever valid is missing.
/// </summary>
/// <param name="log">What to call the log.</param>
/// <param name="predecessor">Finds the record before the position where reading began; asked at most once.</param>
/// <param name="report">Who is told.</param>
internal sealed class DamageTracker(string log, Func<LogRecord?> predecessor, Action<LogDamage> report)
{
    private LogRecord? _last;
    private Position _start;
    private long _length;
    private bool _endsLikeRecord;

    public void Add(Position start, long length, ReadOnlySpan<byte> bytes)
    {
        _start = _length == 0 ? start : _start;
        _length += length;
        _endsLikeRecord = bytes.TrimEnd((byte)'\n').EndsWith(RecordFormat.Closing);
    }

    /// <summary>A line feed alone says nothing, but damage does not end with it.</summary>
    public void PassBlank() => _length += _length > 0 ? 1 : 0;

    public void Pass(LogRecord record)
    {
        if (_length > 0)
        {
            Report(Continues(record) ? DamageKind.Torn : DamageKind.Corrupt);
        }

        _last = record;
    }

    /// <summary>
    /// No record follows (yet), so no chain tells what a stretch of damage cost. What looks finished was one once; of a finished
    /// line that does not, nobody can know. Only what may be the beginning of a record, without its newline, is what a crash
    /// or a write under way leaves.
    /// </summary>
    /// <param name="tail">Where the last, unfinished line begins.</param>
    /// <param name="rest">That line.</param>
    public void ReachEnd(Position tail, ReadOnlySpan<byte> rest)
    {
        if (_length > 0)
        {
            Report(_endsLikeRecord ? DamageKind.Corrupt : DamageKind.Unproven);
        }

        if (!rest.IsEmpty)
        {
            report(new LogDamage(log, tail, rest.Length, MayBecomeRecord(rest) ? DamageKind.TornTail : DamageKind.Unproven));
        }
    }

    /// <summary>No byte of a record is a control character; a hole that a power cut left is nothing but those.</summary>
    private static bool MayBecomeRecord(ReadOnlySpan<byte> start) =>
        (start.StartsWith(RecordFormat.Opening) || RecordFormat.Opening.StartsWith(start))
        && !start.ContainsAnyInRange((byte)0, (byte)0x1f);

    private bool Continues(LogRecord record)
    {
        _last ??= predecessor();
        return record.Chain.SequenceEqual(_last is null ? RecordFormat.ChainStart : _last.NextChain());
    }

    private void Report(DamageKind kind)
    {
        report(new LogDamage(log, _start, _length, kind));
        _length = 0;
    }
}

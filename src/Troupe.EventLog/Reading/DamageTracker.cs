namespace Troupe.EventLog;

/// <summary>
/// Collects bytes that are no record into stretches, and judges each by the chain: where the record after it continues
/// the record before it, nothing that was ever valid is missing.
/// </summary>
/// <param name="predecessor">Finds the record before the position where reading began; asked at most once.</param>
/// <param name="report">Who is told.</param>
internal sealed class DamageTracker(Func<LogRecord?> predecessor, Action<LogDamage> report)
{
    /// <summary>Not judged yet; more than one where damage at the end of a segment is followed by damage in the next.</summary>
    private readonly List<LogDamage> _pending = [];
    private LogRecord? _last;
    private bool _heldRecord;

    /// <summary>Judges nothing and tells nobody.</summary>
    public static DamageTracker Silent() => new(() => null, _ => { });

    public void Add(string log, Position start, long length, ReadOnlySpan<byte> bytes)
    {
        if (_pending is [.., var last] && last.Start.Segment == start.Segment && last.Start.Offset + last.Length == start.Offset)
        {
            _pending[^1] = last with { Length = last.Length + length };
        }
        else
        {
            _pending.Add(new LogDamage(log, start, length, DamageKind.Corrupt));
        }

        _heldRecord |= EndsLikeRecord(bytes.TrimEnd((byte)'\n'));
    }

    /// <summary>A line feed alone says nothing, but damage does not end with it.</summary>
    public void PassBlank(Position at)
    {
        if (_pending is [.., var last] && last.Start.Segment == at.Segment)
        {
            _pending[^1] = last with { Length = last.Length + 1 };
        }
    }

    public void Pass(LogRecord record)
    {
        if (_pending.Count > 0)
        {
            // A chain that continues over what was a whole record was begun anew behind the damage.
            Report(!_heldRecord && Continues(record) ? DamageKind.Torn : DamageKind.Corrupt);
        }

        _last = record;
    }

    /// <summary>A whole segment is not there.</summary>
    public void Miss(string log, int segment)
    {
        Report(DamageKind.Corrupt);
        report(new LogDamage(log, new Position(segment, 0), 0, DamageKind.Missing));
    }

    /// <summary>
    /// No record follows (yet), so no chain tells what a stretch of damage cost. What looks finished was one once; of a finished
    /// line that does not, nobody can know. Only what may be the beginning of a record, without its newline, is what a crash
    /// or a write under way leaves.
    /// </summary>
    /// <param name="log">The file that ends.</param>
    /// <param name="tail">Where the last, unfinished line begins.</param>
    /// <param name="rest">That line.</param>
    public void ReachEnd(string log, Position tail, ReadOnlySpan<byte> rest)
    {
        Report(_heldRecord ? DamageKind.Corrupt : DamageKind.Unproven);
        if (!rest.IsEmpty)
        {
            report(new LogDamage(log, tail, rest.Length, MayBecomeRecord(rest) ? DamageKind.TornTail : DamageKind.Unproven));
        }
    }

    /// <summary>No byte of a record is a control character; a hole that a power cut left is nothing but those.</summary>
    internal static bool MayBecomeRecord(ReadOnlySpan<byte> start) =>
        (start.StartsWith(RecordFormat.Opening) || RecordFormat.Opening.StartsWith(start))
        && !start.ContainsAnyInRange((byte)0, (byte)0x1f);

    /// <summary>What is cut never ends so; what does was whole once.</summary>
    private static bool EndsLikeRecord(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= RecordFormat.TrailerLength
        && bytes[^RecordFormat.TrailerLength..].StartsWith(RecordFormat.ChecksumMember)
        && bytes.EndsWith(RecordFormat.Closing);

    private bool Continues(LogRecord record)
    {
        _last ??= predecessor();
        return record.Chain.SequenceEqual(_last is null ? RecordFormat.ChainStart : _last.NextChain());
    }

    private void Report(DamageKind kind)
    {
        _pending.ForEach(stretch => report(stretch with { Kind = kind }));
        _pending.Clear();
        _heldRecord = false;
    }
}

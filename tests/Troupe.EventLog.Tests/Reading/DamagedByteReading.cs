namespace Troupe.EventLog.Tests;

/// <summary>
/// Reads a log of which one byte has another value, from the record before that byte to the one after it, by the code that reads whole
/// logs. What lies before is read as ever; and where the reader has taken an undamaged record after the damage and owes no report, it
/// goes on over undamaged bytes as it would without any. So nothing is lost to a test that reads no further, but the time.
/// </summary>
internal sealed class DamagedByteReading : IDisposable
{
    private readonly byte[] _whole;
    private readonly IReadOnlyList<LogRecord> _records;
    private readonly MemoryFile _log;

    public DamagedByteReading(byte[] whole, IReadOnlyList<LogRecord> records) =>
        (_whole, _records, _log) = (whole, records, new MemoryFile([.. whole]));

    public void Dispose() => _log.Dispose();

    /// <summary>What is wrong with how every other value of a byte is read; null: nothing.</summary>
    public string? FirstFault(int at)
    {
        for (var mask = 1; mask < 256; mask++)
        {
            _log.Bytes[at] = (byte)(_whole[at] ^ mask);
            if (FaultOf(at) is { } fault)
            {
                return $"byte {at}, value {_log.Bytes[at]}: {fault}";
            }
        }

        _log.Bytes[at] = _whole[at];
        return null;
    }

    private string? FaultOf(int at)
    {
        var line = LineOf(at);
        var damage = new List<LogDamage>(1);
        var first = Math.Max(0, line - 1);
        var scanner = new LogScanner(_log.File, _records[first].Position, new DamageTracker(() => null, damage.Add));

        // A newline belongs to no record: both of its neighbours are undamaged.
        var isNewline = at == _records[line].Position.Offset + _records[line].Json.Length;
        var end = Math.Min(_records.Count, line + 3);
        for (var expected = first; expected < end; expected++)
        {
            if ((expected != line || isNewline) && !IsSame(scanner.Next(), _records[expected]))
            {
                return $"record {expected} is not read";
            }
        }

        if (end == _records.Count)
        {
            if (scanner.Next() is { } another)
            {
                return $"there is no record at {another.Position}";
            }

            scanner.ReportEnd();
        }

        return FaultOf(damage, at, mustBeLoss: !isNewline && line < _records.Count - 1);
    }

    private string? FaultOf(List<LogDamage> damage, int at, bool mustBeLoss)
    {
        if (damage is not [var one])
        {
            return $"{damage.Count} reports";
        }

        // Where the first byte of a record became a line feed, the damage begins behind it.
        var isLocated = one.Start.Offset <= (_log.Bytes[at] == '\n' ? at + 1 : at) && one.Start.Offset + one.Length > at;
        return !isLocated ? $"reported at {one.Start}, {one.Length} bytes"
            : mustBeLoss && one.Kind != DamageKind.Corrupt ? $"the chain shows that a record is missing, and it is called {one.Kind}"
            : null;
    }

    private int LineOf(int at)
    {
        var line = 0;
        while (_records[line].Next.Offset <= at)
        {
            line++;
        }

        return line;
    }

    private static bool IsSame(LogRecord? read, LogRecord expected) =>
        read is not null && read.Position == expected.Position && read.Json.Span.SequenceEqual(expected.Json.Span);
}

namespace Troupe.EventLog;

/// <summary>Reads single records by their places, each segment opened once, and of each no more than it takes.</summary>
internal sealed class RecordFetch(SegmentFolder segments)
{
    /// <summary>Most records are shorter, so that one read gets them.</summary>
    private const int FirstRead = 2048;

    /// <returns>For each place the record that begins there, or null.</returns>
    public LogRecord?[] At(IReadOnlyList<Position> places)
    {
        var found = new LogRecord?[places.Count];
        OpenSegment? open = null;
        try
        {
            var number = -1;
            for (var i = 0; i < found.Length; i++)
            {
                if (number != places[i].Segment)
                {
                    open?.Dispose();
                    number = places[i].Segment;
                    open = segments.Open(number);
                }

                found[i] = open?.File is { } file ? Read(file, places[i]) : null;
            }
        }
        finally
        {
            open?.Dispose();
        }

        return found;
    }

    private static LogRecord? Read(StorageFile file, Position at)
    {
        for (var room = FirstRead; ; room *= 4)
        {
            var bytes = GC.AllocateUninitializedArray<byte>(room);
            var read = file.Read(bytes, at.Offset);
            var newline = bytes.AsSpan(0, read).IndexOf((byte)'\n');
            if (newline >= 0 || read < room)
            {
                return Whole(bytes.AsMemory(0, newline < 0 ? read : newline), at, newline >= 0) ?? Within(file, at);
            }

            if (room >= RecordFormat.MaxLength)
            {
                return Within(file, at);
            }
        }
    }

    private static LogRecord? Whole(ReadOnlyMemory<byte> line, Position at, bool endsLine) =>
        RecordCheck.Of(line.Span) == RecordVerdict.Valid
            ? LogRecord.TryCreate(line, at, at with { Offset = at.Offset + line.Length + (endsLine ? 1 : 0) })
            : null;

    /// <summary>What is no whole line may still begin with a record: its newline was damaged.</summary>
    private static LogRecord? Within(StorageFile file, Position at) =>
        new LogScanner(file, at, DamageTracker.Silent()).Next() is { } record && record.Position == at ? record : null;
}

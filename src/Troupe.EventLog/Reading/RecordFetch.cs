namespace Troupe.EventLog;

/// <summary>Reads single records by their places, each segment opened once, and of each no more than it takes.</summary>
internal sealed class RecordFetch(SegmentFolder segments)
{
    /// <summary>Most records are shorter, so that one read gets them.</summary>
    private const int FirstRead = 2048;

    /// <summary>Records share buffers, since memory that was never touched is what a cold command pays for.</summary>
    private const int SharedLength = 32 * 1024;

    /// <returns>For each place the record that begins there, or null.</returns>
    public LogRecord?[] At(IReadOnlyList<Position> places)
    {
        var found = new LogRecord?[places.Count];
        OpenSegment? open = null;
        var room = Memory<byte>.Empty;
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

                if (room.Length < FirstRead)
                {
                    room = GC.AllocateUninitializedArray<byte>(places.Count == 1 ? FirstRead : SharedLength);
                }

                found[i] = open?.File is { } file ? Read(file, places[i], room[..FirstRead]) : null;
                room = room[Math.Min(found[i]?.Json.Length ?? 0, FirstRead)..];
            }
        }
        finally
        {
            open?.Dispose();
        }

        return found;
    }

    private static LogRecord? Read(StorageFile file, Position at, Memory<byte> room)
    {
        while (true)
        {
            var read = file.Read(room.Span, at.Offset);
            var newline = room.Span[..read].IndexOf((byte)'\n');
            if (newline >= 0 || read < room.Length)
            {
                return Whole(room[..(newline < 0 ? read : newline)], at, newline >= 0) ?? Within(file, at);
            }

            if (room.Length >= RecordFormat.MaxLength)
            {
                return Within(file, at);
            }

            room = GC.AllocateUninitializedArray<byte>(room.Length * 4);
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

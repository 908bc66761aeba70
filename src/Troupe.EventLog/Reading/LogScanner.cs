using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Reads the records of one file in order, resynchronising after damage. At the end it can be asked again later, when the
/// file has grown.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="from">Where to begin.</param>
/// <param name="damage">Who is told about what is no record.</param>
/// <param name="end">Read only up to here.</param>
internal sealed class LogScanner(StorageFile file, Position from, DamageTracker damage, long end = long.MaxValue)
{
    /// <summary>A line longer than this is taken apart as it comes: no record is nearly as long.</summary>
    private const int LongestWindow = 4 * RecordFormat.MaxLength;

    private readonly LineWindow _window = new(file, from.Offset);
    private int _searched;

    /// <summary>Where it goes on: what is before has been given, or reported.</summary>
    public Position Place => At(_window.Offset);

    /// <summary>The next valid record; null at the end, where an unfinished record may remain unread.</summary>
    /// <exception cref="TroupeException">A record of a later version.</exception>
    public LogRecord? Next()
    {
        while (true)
        {
            var bytes = _window.Bytes;
            var newline = bytes.Span[_searched..].IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var line = _searched + newline;
                _searched = 0;
                if (TakeLine(bytes[..line]) is { } record)
                {
                    return record;
                }
            }
            else if (bytes.Length >= LongestWindow)
            {
                _searched = 0;
                if (TakeFrom(bytes, bytes.Length - RecordFormat.MaxLength) is { } record)
                {
                    return record;
                }
            }
            else
            {
                _searched = bytes.Length;
                if (!_window.Extend(end))
                {
                    _searched = 0;
                    return Find(bytes, bytes.Length);
                }
            }
        }
    }

    /// <summary>Says what remains after the last record, when nobody waits for more.</summary>
    public void ReportEnd() => damage.ReachEnd(file.Path, At(_window.Offset), _window.Bytes.Span);

    /// <summary>The file is sealed: what remains after its last record waits for nothing, it is damage.</summary>
    public void DropRest() => Drop(_window.Bytes.Length);

    /// <summary>Takes a line that a newline ends.</summary>
    private LogRecord? TakeLine(ReadOnlyMemory<byte> line)
    {
        if (line.IsEmpty)
        {
            // A line feed that was written to terminate a line which had needed none.
            damage.PassBlank(At(_window.Offset));
            _window.Pass(1);
            return null;
        }

        if (TryTake(line, line.Length + 1) is { } record)
        {
            return record;
        }

        var found = Find(line, line.Length);
        if (found is null)
        {
            Drop(line.Length + 1);
        }

        return found;
    }

    private LogRecord? TakeFrom(ReadOnlyMemory<byte> bytes, int startsBefore)
    {
        var found = Find(bytes, startsBefore);
        if (found is null)
        {
            Drop(startsBefore);
        }

        return found;
    }

    /// <summary>
    /// Takes the first record within bytes that are not one whole line. At the end of the file a record that lacks only its
    /// newline is whole; anything else there waits for the rest.
    /// </summary>
    private LogRecord? Find(ReadOnlyMemory<byte> bytes, int startsBefore)
    {
        while (Salvage.FirstRecord(bytes.Span, startsBefore) is { } range)
        {
            Drop(range.Start.Value);
            var length = range.End.Value - range.Start.Value;
            var endsLine = bytes.Span[range.End..] is [] && _window.Bytes.Length > length && _window.Bytes.Span[length] == '\n';
            if (TryTake(bytes[range], length + (endsLine ? 1 : 0)) is { } record)
            {
                return record;
            }

            Drop(length);
            bytes = bytes[range.End..];
            startsBefore -= range.End.Value;
        }

        return null;
    }

    private LogRecord? TryTake(ReadOnlyMemory<byte> line, int passed)
    {
        var position = At(_window.Offset);
        var verdict = RecordCheck.Of(line.Span);
        if (verdict == RecordVerdict.Newer)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"'{Printable.Escape(file.Path)}' holds at {position} a record of a later version than this program knows ({RecordFormat.Version}). Use a newer troupe.");
        }

        var record = verdict == RecordVerdict.Valid ? LogRecord.TryCreate(line, position, At(_window.Offset + passed)) : null;
        if (record is not null)
        {
            damage.Pass(record);
            _window.Pass(passed);
        }

        return record;
    }

    private void Drop(int count)
    {
        if (count > 0)
        {
            damage.Add(file.Path, At(_window.Offset), count, _window.Bytes.Span[..count]);
            _window.Pass(count);
        }
    }

    private Position At(long offset) => new(from.Segment, offset);
}

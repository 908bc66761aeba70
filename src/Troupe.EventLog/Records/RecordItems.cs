namespace Troupe.EventLog;

/// <summary>Steps through the raw elements of a JSON list that is part of a record.</summary>
public ref struct RecordItems
{
    private LineCursor _cursor;

    private RecordItems(ReadOnlySpan<byte> items) => _cursor = new LineCursor(items);

    public ReadOnlySpan<byte> Current { get; private set; }

    /// <exception cref="FormatException">The value is no JSON list.</exception>
    public static RecordItems Of(ReadOnlySpan<byte> value) =>
        value is [(byte)'[', .., (byte)']'] ? new RecordItems(value[1..^1]) : throw new FormatException("a list is expected");

    /// <exception cref="FormatException">What follows is no element.</exception>
    public bool MoveNext()
    {
        if (_cursor.IsAtEnd)
        {
            return false;
        }

        var isFirst = _cursor.At == 0;
        if ((!isFirst && !_cursor.Skip(","u8)) || !_cursor.TakeValue(out var item))
        {
            throw new FormatException("its list is no JSON");
        }

        Current = _cursor[item];
        return true;
    }
}

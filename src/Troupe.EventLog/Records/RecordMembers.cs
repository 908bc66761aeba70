namespace Troupe.EventLog;

/// <summary>
/// Steps through the members of a JSON object that is part of a record: names and raw values, decoded only where somebody
/// asks (<see cref="RecordValue"/>). A record has no white space between tokens (docs/specs/event-log.md).
/// </summary>
public ref struct RecordMembers
{
    private LineCursor _cursor;

    /// <param name="members">What stands between the braces; a comma before the first member does not count.</param>
    internal RecordMembers(ReadOnlySpan<byte> members) => _cursor = new LineCursor(members);

    /// <summary>As it stands in the record, without its quotes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>As it stands in the record.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <exception cref="FormatException">The value is no JSON object.</exception>
    public static RecordMembers Of(ReadOnlySpan<byte> value) =>
        value is [(byte)'{', .., (byte)'}'] ? new RecordMembers(value[1..^1]) : throw new FormatException("an object is expected");

    /// <exception cref="FormatException">What follows is no member.</exception>
    public bool MoveNext()
    {
        if (_cursor.IsAtEnd)
        {
            return false;
        }

        var isFirst = _cursor.At == 0;
        if ((!_cursor.Skip(","u8) && !isFirst) || !_cursor.Skip("\""u8) || !_cursor.TakeText(out var name)
            || !_cursor.Skip("\":"u8) || !_cursor.TakeValue(out var value))
        {
            throw new FormatException("its members are no JSON");
        }

        Name = _cursor[name];
        Value = _cursor[value];
        return true;
    }
}

namespace Troupe.EventLog;

/// <summary>Steps through the bytes of a record.</summary>
internal ref struct LineCursor(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    public int At { get; set; }

    public readonly bool IsAtEnd => At >= _line.Length;

    public readonly ReadOnlySpan<byte> this[Range range] => _line[range];

    /// <summary>Steps over exactly these bytes, or stays.</summary>
    public bool Skip(ReadOnlySpan<byte> expected)
    {
        var there = _line[At..].StartsWith(expected);
        At += there ? expected.Length : 0;
        return there;
    }

    public bool Take(int length, out Range taken)
    {
        taken = At..(At + length);
        At += length;
        return At <= _line.Length;
    }

    /// <summary>The text up to the next quote that is not escaped; stops on the quote.</summary>
    public bool TakeText(out Range text)
    {
        var start = At;
        while (At < _line.Length)
        {
            var next = _line[At..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                break;
            }

            At += next;
            if (_line[At] == '"')
            {
                text = start..At;
                return true;
            }

            At = Math.Min(At + 2, _line.Length);
        }

        text = default;
        return false;
    }

    /// <summary>The JSON value that begins here. No more of its form is checked than it takes to find its end.</summary>
    public bool TakeValue(out Range value)
    {
        var (start, depth) = (At, 0);
        do
        {
            if (IsAtEnd)
            {
                break;
            }

            switch (_line[At])
            {
                case (byte)'"':
                    At++;
                    depth = TakeText(out _) ? depth : -1;
                    At++;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    At++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    At++;
                    break;
                case (byte)',' or (byte)':' when depth > 0:
                    At++;
                    break;
                default:
                    var length = _line[At..].IndexOfAny(",]}"u8);
                    At = length < 0 ? _line.Length : At + length;
                    break;
            }
        }
        while (depth > 0);
        value = start..Math.Min(At, _line.Length);
        return depth == 0 && At > start;
    }
}

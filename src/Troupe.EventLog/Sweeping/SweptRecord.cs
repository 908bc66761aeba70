namespace Troupe.EventLog;

/// <summary>
/// A valid record while a sweep passes it: its bytes lie in the sweep's own buffer and are gone when the next one comes. Only what stands
/// before the payload is known; what else is asked for is looked for then.
/// </summary>
public readonly ref struct SweptRecord
{
    private const int RareInBodyHash = 6;
    private readonly RecordHead _head;

    internal SweptRecord(ReadOnlySpan<byte> json, in RecordHead head, Position position)
    {
        Json = json;
        _head = head;
        Position = position;
    }

    /// <summary>The whole record without its newline.</summary>
    public ReadOnlySpan<byte> Json { get; }

    public RecordId Id => IdText.Of(_head.IdHigh, _head.IdTail);

    /// <summary>The last eight bytes of the id as a number.</summary>
    public ulong IdTail => _head.IdTail;

    public Position Position { get; }

    public ReadOnlySpan<byte> KindUtf8 => Json[RecordHead.Kind.._head.KindEnd];

    /// <summary>As it stands in the record, such as <c>2026-01-11T09:06:00.000Z</c>: these sort like the moments that they name.</summary>
    public ReadOnlySpan<byte> TimestampUtf8 => Json.Slice(RecordHead.Timestamp, RecordFormat.TimestampLength);

    /// <summary>All that its caller wrote, payload and body, as it stands in the record.</summary>
    public ReadOnlySpan<byte> ContentUtf8 => Json[_head.End..^(RecordFormat.TrailerLength + RecordFormat.ChainMemberLength)];

    /// <summary>
    /// A stretch that holds the whole payload, and most often little else: the body is long, and left out where it can be told at once that
    /// it is the body. Its own text has its quotes escaped, so that the name of a member with its quotes is no part of it.
    /// </summary>
    public ReadOnlySpan<byte> AroundPayloadUtf8
    {
        get
        {
            var content = ContentUtf8;

            // The part of the name that begins with its rarest byte: what begins with a comma is looked at in far too many places.
            var hash = content.IndexOf(RecordFormat.BodyHashMember[RareInBodyHash..]) - RareInBodyHash;
            return hash >= 0 && content[hash..].StartsWith(RecordFormat.BodyHashMember) && !content[..hash].Contains((byte)'{')
                && content[Math.Min(hash + RecordLayout.BodyHashLength, content.Length)..].StartsWith(RecordFormat.BodyMember)
                ? content[..hash]
                : content;
        }
    }

    public RecordMembers Members => Open().Members;

    /// <summary>Tells payload and body apart.</summary>
    public SweptContent Open() => new(Json, _head.End);
}

namespace Troupe.EventLog;

/// <summary>
/// A valid record while a sweep passes it: its bytes lie in the sweep's own buffer and are gone when the next one comes.
/// </summary>
public readonly ref struct SweptRecord
{
    private readonly RecordLayout _layout;

    internal SweptRecord(ReadOnlySpan<byte> json, in RecordLayout layout, RecordId id, Position position)
    {
        Json = json;
        _layout = layout;
        Id = id;
        Position = position;
    }

    /// <summary>The whole record without its newline.</summary>
    public ReadOnlySpan<byte> Json { get; }

    public RecordId Id { get; }

    public Position Position { get; }

    public ReadOnlySpan<byte> KindUtf8 => Json[_layout.Kind];

    /// <summary>As it stands in the record, such as <c>2026-01-11T09:06:00.000Z</c>: these sort like the moments that they name.</summary>
    public ReadOnlySpan<byte> TimestampUtf8 => Json.Slice(_layout.Timestamp, RecordFormat.TimestampLength);

    /// <summary>The caller's own members as they stand in the record.</summary>
    public ReadOnlySpan<byte> PayloadUtf8 => Json[_layout.Payload];

    public RecordMembers Members => new(PayloadUtf8);

    /// <summary>The body as it stands in the record, still escaped; empty also where there is none.</summary>
    public ReadOnlySpan<byte> EscapedBody => _layout.BodyMember is { } member ? Json[member][RecordFormat.BodyMember.Length..^1] : default;

    /// <summary>Whether somebody made the body unreadable for good.</summary>
    public bool IsRedacted => BlottedLine.IsBlot(EscapedBody);
}

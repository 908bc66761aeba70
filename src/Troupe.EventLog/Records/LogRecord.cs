using System.Text;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// One record as the log holds it. Members are decoded when they are asked for; the payload is for whoever knows its type:
/// step through <see cref="Members"/>, or deserialise <see cref="Json"/> into it by source generation, where the record's own
/// members are ignored as unknown.
/// </summary>
public sealed class LogRecord
{
    private readonly RecordLayout _layout;

    private LogRecord(ReadOnlyMemory<byte> json, RecordId id, in RecordLayout layout, Position position, Position next)
    {
        Json = json;
        Id = id;
        _layout = layout;
        Position = position;
        Next = next;
    }

    /// <summary>The whole record, UTF-8, without its newline. It stays valid as long as somebody holds it.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Where the record begins.</summary>
    public Position Position { get; }

    /// <summary>Where to read on after it: the checkpoint of whoever has applied it.</summary>
    public Position Next { get; }

    public RecordId Id { get; }

    /// <summary>When its writer's clock said it was. Clocks jump: order by position.</summary>
    public DateTimeOffset Timestamp => RecordTimestamp.Parse(Json.Span.Slice(_layout.Timestamp, RecordFormat.TimestampLength));

    public string Kind => Encoding.ASCII.GetString(KindUtf8);

    /// <summary><see cref="Kind"/> without an allocation, for folds that take only some kinds.</summary>
    public ReadOnlySpan<byte> KindUtf8 => Json.Span[_layout.Kind];

    public string Actor => JsonText.Decode(Json.Span[_layout.Actor]);

    public string? DedupKey => _layout.Key is { } key ? JsonText.Decode(Json.Span[key]) : null;

    /// <summary>The payload, member by member, without a reader that decodes them all.</summary>
    public RecordMembers Members => new(Json.Span[_layout.Payload]);

    public string? Body => _layout.BodyMember is { } member
        ? JsonText.Decode(Json.Span[member][RecordFormat.BodyMember.Length..^1])
        : null;

    /// <summary>Whether a redaction took the body away: asterisks are all that is left of it.</summary>
    public bool IsBodyRedacted => BlottedLine.IsBlotted(this);

    /// <summary>How many bytes of the record its body takes, as it is escaped there; none without a body.</summary>
    public int BodyLength => BodyText is { } body ? body.End.Value - body.Start.Value : 0;

    /// <summary>
    /// The chain value, in hex digits, that the record after this one carries: it rests on all records up to here, so a checkpoint
    /// that keeps it can tell whether it was made from this log.
    /// </summary>
    public byte[] NextChain() => ChainLink.After(Json.Span, _layout.BodyMember);

    /// <summary>Reads a record that some back end stored.</summary>
    /// <param name="json">The record without its newline.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: the bytes are no valid record of a known version.</exception>
    public static LogRecord Parse(ReadOnlyMemory<byte> json, Position position, Position next) =>
        RecordCheck.Of(json.Span) is RecordVerdict.Valid && TryCreate(json, position, next) is { } record
            ? record
            : throw new TroupeException(ErrorCode.Storage, $"The {json.Length} bytes at {position} of the log are no valid record.");

    /// <summary>Null: the checksum (checked by the caller) is right, but this is no record.</summary>
    internal static LogRecord? TryCreate(ReadOnlyMemory<byte> json, Position position, Position next) =>
        RecordLayout.TryRead(json.Span, out var layout) && IdText.TryParse(json.Span.Slice(layout.Id, RecordFormat.IdLength), out var id)
            ? new LogRecord(json, id, layout, position, next)
            : null;

    /// <summary>The chain value that the record carries: that of the record before it.</summary>
    internal ReadOnlySpan<byte> Chain => Json.Span.Slice(_layout.Chain, 2 * RecordFormat.ChainLength);

    /// <summary>The hash that the record states for its body, in hex; empty without a body.</summary>
    internal ReadOnlySpan<byte> BodyHash => _layout.BodyMember is null ? default : Json.Span.Slice(_layout.BodyHash, 2 * Sha256Hasher.DigestLength);

    /// <summary>Where in <see cref="Json"/> the body's escaped text is; null without a body.</summary>
    internal Range? BodyText => _layout.BodyMember is { } member
        ? (member.Start.Value + RecordFormat.BodyMember.Length)..(member.End.Value - 1)
        : null;

    /// <summary>The same record once more, for another place in the chain.</summary>
    internal UnchainedRecord Unchained() =>
        new(Id, Json[..(_layout.Chain - RecordFormat.ChainMember.Length)], _layout.Key, _layout.BodyMember, IdMayBeKnown: true);

    /// <summary>The dedup key as it stands in the record, for exact comparison without decoding.</summary>
    internal ReadOnlySpan<byte> EscapedKey => _layout.Key is { } key ? Json.Span[key] : default;
}

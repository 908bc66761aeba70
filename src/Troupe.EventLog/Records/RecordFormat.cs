namespace Troupe.EventLog;

/// <summary>
/// The outer form of a record of version 1:
/// <code>
/// {"v":1,"id":"…","ts":"…","kind":"…","actor":"…"[,"key":"…"][,PAYLOAD][,"body_sha256":"…","body":"…"],"prev":"…","crc":"…"}\n
/// └───────────────────────────── the checksum covers these bytes ─────────────────────────────────────────┘
/// </code>
/// Normative: docs/specs/event-log.md.
/// </summary>
internal static class RecordFormat
{
    public const int Version = 1;

    /// <summary>The longest record, with its newline.</summary>
    public const int MaxLength = 256 * 1024;

    public const int MaxKindLength = 64;
    public const int MaxActorLength = 128;
    public const int MaxKeyLength = 512;

    public const int IdLength = 36;
    public const int TimestampLength = 24;

    /// <summary>Bytes of the chain value; twice as many hex digits.</summary>
    public const int ChainLength = 16;

    /// <summary>How every record of every version begins; the digits of the version follow.</summary>
    public static ReadOnlySpan<byte> Opening => "{\"v\":"u8;

    public static ReadOnlySpan<byte> IdMember => ",\"id\":\""u8;

    public static ReadOnlySpan<byte> TimestampMember => "\",\"ts\":\""u8;

    public static ReadOnlySpan<byte> KindMember => "\",\"kind\":\""u8;

    public static ReadOnlySpan<byte> ActorMember => "\",\"actor\":\""u8;

    public static ReadOnlySpan<byte> KeyMember => ",\"key\":\""u8;

    public static ReadOnlySpan<byte> BodyHashMember => ",\"body_sha256\":\""u8;

    public static ReadOnlySpan<byte> BodyMember => ",\"body\":\""u8;

    public static ReadOnlySpan<byte> ChainMember => ",\"prev\":\""u8;

    public static ReadOnlySpan<byte> ChecksumMember => ",\"crc\":\""u8;

    public static ReadOnlySpan<byte> Closing => "\"}"u8;

    /// <summary>Length of <c>,"prev":"…"</c>.</summary>
    public static int ChainMemberLength => ChainMember.Length + (2 * ChainLength) + 1;

    /// <summary>Length of <c>,"crc":"…"}</c>, which ends every record of every version.</summary>
    public static int TrailerLength => ChecksumMember.Length + 8 + Closing.Length;

    /// <summary>The chain value before the first record.</summary>
    public static ReadOnlySpan<byte> ChainStart => "00000000000000000000000000000000"u8;

    /// <summary>Names that a payload may not use at its top level. Frozen: names are only ever added, with a new version.</summary>
    public static IReadOnlyList<string> ReservedNames { get; } =
        ["v", "id", "ts", "kind", "actor", "key", "body_sha256", "body", "prev", "crc"];
}

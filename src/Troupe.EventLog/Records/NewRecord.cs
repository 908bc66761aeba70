namespace Troupe.EventLog;

/// <summary>A record to be appended. The log adds the version, the timestamp, the chain and the checksum.</summary>
public sealed record NewRecord
{
    /// <summary>The caller's own id, so that repeating the append is recognised as a duplicate. Null: the log makes one.</summary>
    public RecordId? Id { get; init; }

    /// <summary>
    /// Whether <see cref="Id"/> was made for this append alone. No record can have it then, and none is looked for: in a long log
    /// that spares a look into every segment.
    /// </summary>
    public bool IdIsFresh { get; init; }

    /// <summary>What happened: <c>^[a-z][a-z0-9_.-]{0,63}$</c>. Kinds are only ever added.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it: 1 to 128 bytes of UTF-8.</summary>
    public required string Actor { get; init; }

    /// <summary>
    /// A JSON object in UTF-8 whose members become members of the record; empty means none. Its top-level names must not
    /// repeat and must not be one of the record's own (docs/specs/event-log.md, "Reserved names").
    /// </summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Free text that can be redacted later without breaking the chain. Larger ones belong in the blob store.</summary>
    public string? Body { get; init; }

    /// <summary>A second append with the same key is a duplicate of the first: 1 to 512 bytes of UTF-8.</summary>
    public string? DedupKey { get; init; }
}

namespace Troupe.EventLog;

/// <summary>What some bytes that might be a record are.</summary>
internal enum RecordVerdict
{
    /// <summary>No record, or a damaged one.</summary>
    Invalid,

    /// <summary>The checksum is right and the version is known.</summary>
    Valid,

    /// <summary>The checksum is right and the version is later than this program knows.</summary>
    Newer,
}

namespace Troupe.EventLog;

/// <summary>What a check of a log can find. The first six are those of <see cref="DamageKind"/>.</summary>
public enum LogFindingKind
{
    TornTail,
    Torn,
    Unproven,
    Corrupt,
    Missing,
    Repeated,

    /// <summary>A record does not continue the one before it: records in between were removed, or one was rewritten.</summary>
    BrokenChain,

    /// <summary>A broken chain where a repair took the damage out of the way; <c>quarantine/</c> has what was left.</summary>
    KnownLoss,

    /// <summary>A body does not have the hash that its record states: it was changed, not redacted.</summary>
    ChangedBody,

    /// <summary>A sealed segment is not what its manifest says.</summary>
    ChangedSegment,

    /// <summary>A sealed segment has no manifest yet.</summary>
    NoManifest,

    /// <summary>An index that states what the segment does not hold. It is derived: delete it.</summary>
    IndexDrift,

    /// <summary>A sync of the segment failed in this boot.</summary>
    InDoubt,

    /// <summary>A file that an interrupted rewrite left. It may hold what a redaction was to remove.</summary>
    Leftover,

    /// <summary>A blob that no record names.</summary>
    OrphanBlob,

    /// <summary>A record names a blob that is not there.</summary>
    MissingBlob,

    /// <summary>A blob is not what its name says.</summary>
    ChangedBlob,

    /// <summary>A checkpoint that is not what folding the log gives. It is derived: delete it.</summary>
    CheckpointDrift,
}

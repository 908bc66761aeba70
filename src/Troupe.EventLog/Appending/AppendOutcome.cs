namespace Troupe.EventLog;

/// <summary>What became of one record of a batch.</summary>
/// <param name="Id">The id that the log holds: of a duplicate, the original's.</param>
/// <param name="Position">Where the record, or the original, is.</param>
/// <param name="Duplicate">The log already held the id or the dedup key; nothing was written.</param>
public sealed record AppendOutcome(RecordId Id, Position Position, bool Duplicate);

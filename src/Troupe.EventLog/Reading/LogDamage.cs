namespace Troupe.EventLog;

/// <summary>Bytes of a log that are no record, or no new one.</summary>
/// <param name="Log">The file, or the name that the back end gives its log.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Kind">What it is.</param>
public sealed record LogDamage(string Log, Position Start, long Length, DamageKind Kind)
{
    /// <summary>Whether something that had been in the log is missing, or may be.</summary>
    public bool LostRecords => Kind is DamageKind.Corrupt or DamageKind.Unproven or DamageKind.Missing;

    /// <summary>One sentence for people.</summary>
    public override string ToString() => Kind switch
    {
        DamageKind.TornTail => $"{Log}: unfinished record of {Length} bytes at {Start} (the end); it was never acknowledged",
        DamageKind.Torn => $"{Log}: remains of an interrupted write at {Start}, {Length} bytes; no acknowledged record is missing",
        DamageKind.Unproven => $"{Log}: {Length} bytes at {Start} (the end) are no record; whether one was lost there cannot be told",
        DamageKind.Repeated => $"{Log}: the record at {Start} repeats the id of an earlier one; the first counts",
        DamageKind.Missing => $"{Log}: this segment of the log is missing; all its records are lost, the others were read. Restore the file",
        _ => $"{Log}: damaged at {Start}, {Length} bytes; at least one record is lost there, all others were read",
    };
}

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

    /// <summary>What is so, without the place.</summary>
    public string Description => Kind switch
    {
        DamageKind.TornTail => "an unfinished record at the end; it was never acknowledged",
        DamageKind.Torn => "the remains of an interrupted write; no acknowledged record is missing",
        DamageKind.Unproven => "bytes at the end are no record; whether one was lost there cannot be told",
        DamageKind.Repeated => "the record repeats the id of an earlier one; the first counts",
        DamageKind.Missing => "this segment of the log is missing; all its records are lost, the others were read. Restore the file",
        _ => "damaged; at least one record is lost there, all others were read",
    };

    /// <summary>One sentence for people.</summary>
    public override string ToString() => Kind == DamageKind.Missing ? $"{Log}: {Description}" : $"{Log}: at {Start}, {Length} bytes: {Description}";
}

namespace Troupe.EventLog;

/// <summary>What a reader can find that is no record.</summary>
public enum DamageKind
{
    /// <summary>The beginning of a record at the very end, without its newline: a write that is under way, or that a crash cut short. Normal.</summary>
    TornTail,

    /// <summary>
    /// The remains of a write that a crash cut short, with records after it. The chain continues over it: nothing that had
    /// been acknowledged is missing. Normal after a crash.
    /// </summary>
    Torn,

    /// <summary>Damage before a valid record, or an unbroken chain could not be shown: a record was lost here.</summary>
    Corrupt,

    /// <summary>
    /// A finished line at the very end that is no record, or bytes there that no record begins with: as no record follows, it
    /// cannot be told whether one was lost. It stays where it is; the next append goes behind it, and its chain tells.
    /// </summary>
    Unproven,

    /// <summary>A valid record whose id came before; the first one counts.</summary>
    Repeated,

    /// <summary>The file of a sealed segment is not there, though later ones are: all its records are lost.</summary>
    Missing,
}

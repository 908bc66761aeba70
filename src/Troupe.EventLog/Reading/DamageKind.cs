namespace Troupe.EventLog;

/// <summary>What a reader can find that is no record.</summary>
public enum DamageKind
{
    /// <summary>Unfinished bytes at the very end: a write that is under way, or that a crash cut short. Normal.</summary>
    TornTail,

    /// <summary>
    /// The remains of a write that a crash cut short, with records after it. The chain continues over it: nothing that had
    /// been acknowledged is missing. Normal after a crash.
    /// </summary>
    Torn,

    /// <summary>Damage before a valid record, or an unbroken chain could not be shown: a record was lost here.</summary>
    Corrupt,

    /// <summary>A valid record whose id came before; the first one counts.</summary>
    Repeated,

    /// <summary>The file of a sealed segment is not there, though later ones are: all its records are lost.</summary>
    Missing,
}

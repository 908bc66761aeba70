namespace Troupe.Mail;

/// <summary>What is so of a message in one mailbox, one bit each. Kept in checkpoints: bits are only ever added.</summary>
[Flags]
internal enum EntryFlags : ushort
{
    None = 0,
    Read = 1,
    Acked = 2,
    Archived = 4,
    Trashed = 8,
    Superseded = 16,
    AckRequired = 32,

    /// <summary>The message has a dedup key.</summary>
    Keyed = 64,
}

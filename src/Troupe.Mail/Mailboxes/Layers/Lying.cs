namespace Troupe.Mail;

/// <summary>The lists that a message can be part of. Kept in checkpoints: bits are only ever added.</summary>
[Flags]
internal enum Lying : byte
{
    /// <summary>Superseded by a newer message, and not filed away.</summary>
    Nowhere = 0,
    Inbox = 1,
    Unread = 2,
    Archive = 4,
    Trash = 8,
}

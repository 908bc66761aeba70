namespace Troupe.Mail;

/// <summary>
/// The outer form of a checkpoint (docs/specs/mail-checkpoint.md): pages, of which each proves itself, so that a reader may
/// trust the few that it needs without reading the others.
/// </summary>
internal static class CheckpointFormat
{
    public const uint Version = 1;
    public const int PageLength = 4096;

    /// <summary>What a page holds before its checksum.</summary>
    public const int PageRoom = PageLength - sizeof(uint);

    public const int ChainLength = 32;
    public const int MessageLength = 36;
    public const int EntryLength = 20;
    public const int KeyedLength = 20;
    public const int BoxLength = 52;

    /// <summary>A place that no record has: there is none.</summary>
    public const ulong NoPlace = ulong.MaxValue;

    public static ReadOnlySpan<byte> Magic => "troupe mailboxes"u8;

    /// <summary>The chain value before the first record of a log.</summary>
    public static ReadOnlySpan<byte> ChainStart => "00000000000000000000000000000000"u8;
}

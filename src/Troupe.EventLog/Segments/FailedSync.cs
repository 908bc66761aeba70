using System.Text;

namespace Troupe.EventLog;

/// <summary>
/// Remembers that a sync failed: the system reports that once, and a second sync of the file would claim success. What the
/// file seems to hold may then exist in memory only, until another boot shows what the disk really holds.
/// </summary>
internal static class FailedSync
{
    /// <summary>The mark of the active segment, until it is sealed and the mark gets its number.</summary>
    private const string ActiveMark = "events.failed";

    public static void MarkActive(ISystemCalls calls, StorageFolder folder) => Write(calls, folder, ActiveMark);

    public static bool IsActiveMarked(StorageFolder folder) => File.Exists(folder[ActiveMark]);

    /// <summary>Gives the sealed segment a mark of its own, while the active one still has its.</summary>
    public static void MarkSealed(ISystemCalls calls, StorageFolder folder, int segment) =>
        Write(calls, folder, SegmentNames.FailedSync(segment));

    public static void UnmarkActive(StorageFolder folder) => folder.Delete(ActiveMark);

    /// <summary>Whether records of a sealed segment may be in memory only.</summary>
    public static bool IsInDoubt(ISystemCalls calls, StorageFolder folder, int segment)
    {
        using var mark = folder.TryOpenToRead(SegmentNames.FailedSync(segment));
        Span<byte> boot = stackalloc byte[36];
        return mark is not null && mark.Read(boot, 0) == boot.Length && boot.SequenceEqual(Encoding.ASCII.GetBytes(BootIdentity.Read(calls).ToString()));
    }

    private static void Write(ISystemCalls calls, StorageFolder folder, string name)
    {
        using var mark = folder.Open(name, OpenMode.ReadWrite);
        mark.WriteAt(Encoding.ASCII.GetBytes(BootIdentity.Read(calls).ToString()), 0);
    }
}

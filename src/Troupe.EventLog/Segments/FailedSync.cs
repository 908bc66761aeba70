using System.Text;

namespace Troupe.EventLog;

/// <summary>
/// Remembers that a sync failed: the system reports that once, and a second sync of the file would claim success. What the
/// file seems to hold may then exist in memory only, until another boot shows what the disk really holds.
/// </summary>
internal static class FailedSync
{
    /// <summary>The mark of the active segment, until it is sealed and has a mark of its own.</summary>
    private const string ActiveMark = "events.failed";

    private const int BootLength = 36;

    public static void MarkActive(StorageFolder folder, Guid boot) => Write(folder, ActiveMark, boot);

    /// <summary>Whether a sync of the active segment failed in this boot. The mark of an earlier one says nothing any more, and goes.</summary>
    public static bool IsActiveMarked(WriterFiles files, StorageFolder folder, Guid boot)
    {
        if (!files.IsThere(ActiveMark))
        {
            return false;
        }

        var isOfThisBoot = IsOf(folder, ActiveMark, boot);
        if (!isOfThisBoot)
        {
            UnmarkActive(folder);
        }

        return isOfThisBoot;
    }

    /// <summary>Gives the sealed segment a mark of its own, while the active one still has its.</summary>
    public static void MarkSealed(StorageFolder folder, int segment, Guid boot) => Write(folder, SegmentNames.FailedSync(segment), boot);

    public static void UnmarkActive(StorageFolder folder) => folder.Delete(ActiveMark);

    /// <summary>Whether records of a sealed segment may be in memory only.</summary>
    public static bool IsInDoubt(StorageFolder folder, int segment, Guid boot) => IsOf(folder, SegmentNames.FailedSync(segment), boot);

    /// <summary>Whether a sync of a sealed segment ever failed: a later one may then hold records of it once more.</summary>
    public static bool IsMarked(StorageFolder folder, int segment)
    {
        using var mark = folder.TryOpenToRead(SegmentNames.FailedSync(segment));
        return mark is not null;
    }

    /// <summary>Whether a sync of the active segment failed in this boot and it could not even be sealed.</summary>
    public static bool IsActiveInDoubt(StorageFolder folder, Guid boot) => IsOf(folder, ActiveMark, boot);

    private static bool IsOf(StorageFolder folder, string name, Guid boot)
    {
        using var mark = folder.TryOpenToRead(name);
        Span<byte> text = stackalloc byte[BootLength];
        return mark is not null && mark.Read(text, 0) == BootLength && text.SequenceEqual(Encoding.ASCII.GetBytes(boot.ToString()));
    }

    private static void Write(StorageFolder folder, string name, Guid boot)
    {
        using var mark = folder.Open(name, OpenMode.ReadWrite);
        mark.WriteAt(Encoding.ASCII.GetBytes(boot.ToString()), 0);
    }
}

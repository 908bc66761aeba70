using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Finds the segments of a log, also while a writer seals one.</summary>
internal sealed class SegmentFolder(StorageFolder folder)
{
    public StorageFolder Folder => folder;

    /// <summary>How many segments have been sealed, which is the number of the active one; missing ones in between count.</summary>
    public int CountSealed()
    {
        var count = 0;
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder.Path))
            {
                count = Math.Max(count, SegmentNames.SegmentOf(Path.GetFileName(path.AsSpan())) + 1 ?? 0);
            }
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"Could not list '{Printable.Escape(folder.Path)}': {Printable.Escape(e.Message)}", e);
        }

        return count;
    }

    /// <summary>Opens the records of a segment, sealed or active; null: the log has never had so many segments.</summary>
    public OpenSegment? Open(int segment)
    {
        while (true)
        {
            if (folder.TryOpenToRead(SegmentNames.Sealed(segment)) is { } closed)
            {
                return new OpenSegment(closed, IsSealed: true, IsMissing: false);
            }

            // The order matters: what was opened before the count is the active one only if the count still says so.
            var active = folder.TryOpenToRead(SegmentNames.Active);
            var count = CountSealed();
            if (count == segment)
            {
                return new OpenSegment(active, IsSealed: false, IsMissing: false);
            }

            active?.Dispose();
            if (count < segment)
            {
                return null;
            }

            if (!File.Exists(folder[SegmentNames.Sealed(segment)]))
            {
                return new OpenSegment(null, IsSealed: true, IsMissing: true);
            }
        }
    }
}

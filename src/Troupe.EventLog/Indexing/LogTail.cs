namespace Troupe.EventLog;

/// <summary>The last bytes of a file before a place: shows a log that was replaced in place.</summary>
internal static class LogTail
{
    public const int Length = 16;

    public static byte[] Read(StorageFile log, long end)
    {
        var tail = new byte[Length];
        var from = Math.Max(0, end - Length);
        log.Read(tail.AsSpan(Length - (int)(end - from)), from);
        return tail;
    }
}

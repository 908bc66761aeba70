namespace Troupe.EventLog;

/// <summary>What a log is and how it ends, as its writer finds it under the lock.</summary>
/// <param name="Log">Its length, and which file it is.</param>
/// <param name="Bytes">Its last bytes: they show a log that was replaced in place.</param>
internal readonly record struct LogTail(FileStatus Log, byte[] Bytes)
{
    public const int Length = 16;

    /// <summary>Looks at the end, and terminates the last line if it needs that: never cut, never continued.</summary>
    public static LogTail Terminate(StorageFile log, FileStatus status)
    {
        var bytes = Read(log, status.Length);
        if (status.Length == 0 || bytes[^1] == '\n')
        {
            return new LogTail(status, bytes);
        }

        log.WriteAll("\n"u8);
        return new LogTail(status with { Length = status.Length + 1 }, [.. bytes[1..], (byte)'\n']);
    }

    /// <summary>The last bytes before a place; zeros before the start.</summary>
    public static byte[] Read(StorageFile log, long end)
    {
        var tail = new byte[Length];
        var from = Math.Max(0, end - Length);
        log.Read(tail.AsSpan(Length - (int)(end - from)), from);
        return tail;
    }
}

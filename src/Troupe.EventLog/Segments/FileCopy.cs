namespace Troupe.EventLog;

/// <summary>Copies the bytes of a file.</summary>
internal static class FileCopy
{
    public static void Of(StorageFile from, StorageFile to)
    {
        var buffer = new byte[128 * 1024];
        var offset = 0L;
        int read;
        while ((read = from.Read(buffer, offset)) > 0)
        {
            to.WriteAt(buffer.AsSpan(0, read), offset);
            offset += read;
        }
    }
}

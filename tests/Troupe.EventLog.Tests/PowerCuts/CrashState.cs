namespace Troupe.EventLog.Tests;

/// <summary>
/// What a disk may hold after the power failed: what was synced is there; of what was not, any part of the writes, each
/// perhaps in half, and any first part of the changes of names. Stricter than journaling file systems are.
/// </summary>
internal sealed class CrashState
{
    private readonly Dictionary<int, byte[]> _contents = [];
    private readonly Dictionary<string, int> _names = [];

    /// <param name="happened">What the program had done when the power failed.</param>
    /// <param name="random">Decides what of the unsynced survives.</param>
    public CrashState(IReadOnlyList<DiskOperation> happened, Random random)
    {
        KeepNames(happened, random);
        foreach (var file in happened.OfType<DiskOperation.Create>())
        {
            _contents[file.File] = ContentOf(file.File, happened, random);
        }
    }

    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, file) in _names)
        {
            File.WriteAllBytes(Path.Combine(folder, name), _contents[file]);
        }
    }

    private void KeepNames(IReadOnlyList<DiskOperation> happened, Random random)
    {
        var durable = LastIndexOf(happened, operation => operation is DiskOperation.SyncFolder);
        var pending = happened.Skip(durable).Count(IsNaming);
        var kept = random.Next(pending + 1);
        var seen = 0;
        for (var i = 0; i < happened.Count; i++)
        {
            if (!IsNaming(happened[i]) || (i >= durable && seen++ >= kept))
            {
                continue;
            }

            switch (happened[i])
            {
                case DiskOperation.Create create:
                    _names[create.Name] = create.File;
                    break;
                case DiskOperation.Rename rename when _names.Remove(rename.From, out var file):
                    _names[rename.To] = file;
                    break;
            }
        }
    }

    private static byte[] ContentOf(int file, IReadOnlyList<DiskOperation> happened, Random random)
    {
        var durable = LastIndexOf(happened, operation => operation is DiskOperation.SyncFile sync && sync.File == file);
        using var content = new MemoryStream();
        for (var i = 0; i < happened.Count; i++)
        {
            switch (happened[i])
            {
                case DiskOperation.Write write when write.File == file && (i < durable || random.Next(2) == 0):
                    var part = i < durable || random.Next(3) > 0 ? write.Bytes.Length : random.Next(write.Bytes.Length + 1);
                    content.Position = write.Offset;
                    content.Write(write.Bytes, 0, part);
                    break;
                case DiskOperation.Cut cut when cut.File == file:
                    content.SetLength(0);
                    break;
            }
        }

        return content.ToArray();
    }

    private static bool IsNaming(DiskOperation operation) => operation is DiskOperation.Create or DiskOperation.Rename;

    private static int LastIndexOf(IReadOnlyList<DiskOperation> happened, Predicate<DiskOperation> isIt)
    {
        for (var i = happened.Count - 1; i >= 0; i--)
        {
            if (isIt(happened[i]))
            {
                return i;
            }
        }

        return 0;
    }
}

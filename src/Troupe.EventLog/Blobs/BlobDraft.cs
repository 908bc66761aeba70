namespace Troupe.EventLog;

/// <summary>A blob that is being written under a name of its own, gone again unless it is published.</summary>
internal sealed class BlobDraft : IDisposable
{
    private readonly ISystemCalls _calls;
    private readonly StorageFolder _folder;
    private readonly StorageFile _file;
    private readonly string _name = $"draft-{Guid.CreateVersion7():N}";

    public BlobDraft(ISystemCalls calls, StorageFolder folder)
    {
        _calls = calls;
        _folder = folder;
        folder.RequireLocal();
        _file = folder.Open(_name, OpenMode.CreateNew);
    }

    public void Append(ReadOnlySpan<byte> bytes) => _file.WriteAll(bytes);

    /// <summary>Makes the content durable, then its name, then the names of its folders.</summary>
    public void Publish(StorageFolder folder, string name)
    {
        _file.Sync();
        folder.Create();
        StorageFolder.Move(_calls, _folder[_name], folder[name]);
        folder.SyncWithParent();
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_folder[_name]);
    }
}

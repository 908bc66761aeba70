namespace Troupe.EventLog;

/// <summary>A held lease: closing its file gives it back.</summary>
internal sealed class FileLeaseHold(string name, StorageFile file) : ILeaseHold
{
    public string Name => name;

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}

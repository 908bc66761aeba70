namespace Troupe.EventLog;

/// <summary>A held lease: it is given back before its file is closed.</summary>
internal sealed class FileLeaseHold(string name, StorageFile file) : ILeaseHold
{
    public string Name => name;

    public ValueTask DisposeAsync()
    {
        file.EndLease();
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}

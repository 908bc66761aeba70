namespace Troupe.EventLog;

/// <summary>A lease that is held until this is disposed.</summary>
public interface ILeaseHold : IAsyncDisposable
{
    string Name { get; }
}

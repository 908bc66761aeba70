namespace Troupe.EventLog;

/// <summary>At most one holder per name at a time, across processes. A hold ends when it is disposed or its process dies.</summary>
public interface ILease
{
    /// <summary>Takes the lease; null when somebody holds it (also another hold of this process).</summary>
    /// <param name="name">A file name: letters, digits, '-', '_' and '.', not beginning with a dot.</param>
    /// <param name="holder">Who takes it, for people: shown to whoever finds it held.</param>
    ValueTask<ILeaseHold?> TryAcquireAsync(string name, string holder, CancellationToken cancellationToken);

    /// <summary>What the present holder said about himself; null when the lease is free.</summary>
    ValueTask<string?> HolderAsync(string name, CancellationToken cancellationToken);
}

namespace Troupe.EventLog;

/// <summary>What is found where the records of a segment should be.</summary>
/// <param name="File">Null: nothing has been appended to it yet, or it is missing.</param>
/// <param name="IsSealed">Nothing is appended to it any more.</param>
/// <param name="IsMissing">Later segments are there, this one is not.</param>
internal sealed record OpenSegment(StorageFile? File, bool IsSealed, bool IsMissing) : IDisposable
{
    public void Dispose() => File?.Dispose();
}

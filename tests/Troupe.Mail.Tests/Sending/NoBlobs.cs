using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>For tests in which no blob may be touched.</summary>
internal sealed class NoBlobs : IBlobStore
{
    public ValueTask<BlobRef> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => throw Touched();

    public ValueTask<BlobRef> PutAsync(Stream content, CancellationToken cancellationToken) => throw Touched();

    public ValueTask<Stream> OpenAsync(Sha256 id, CancellationToken cancellationToken) => throw Touched();

    public ValueTask<bool> ExistsAsync(Sha256 id, CancellationToken cancellationToken) => throw Touched();

    public ValueTask<IDisposable> KeepAsync(IEnumerable<Sha256> blobs, CancellationToken cancellationToken) => throw Touched();

    private static InvalidOperationException Touched() => new("A blob was touched.");
}

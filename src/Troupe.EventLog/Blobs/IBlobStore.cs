using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Contents too large for a record, named by their SHA-256. What was put is never changed.</summary>
public interface IBlobStore
{
    /// <summary>Stores the content; durable when it returns, so that an event may name it. Putting it again costs a look.</summary>
    ValueTask<BlobRef> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Stores what the stream still holds, without keeping it in memory.</summary>
    ValueTask<BlobRef> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a blob for reading.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: there is no such blob.</exception>
    ValueTask<Stream> OpenAsync(Sha256 id, CancellationToken cancellationToken);

    ValueTask<bool> ExistsAsync(Sha256 id, CancellationToken cancellationToken);

    /// <summary>
    /// Makes sure that blobs are there, and that nobody deletes any until the record that names them was appended: putting one is not
    /// enough, since somebody may be deleting it just then.
    /// </summary>
    /// <returns>To be disposed after the append. Others who want to name or to delete blobs wait until then.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: one is not there (any more).</exception>
    ValueTask<IDisposable> KeepAsync(IEnumerable<Sha256> blobs, CancellationToken cancellationToken);
}

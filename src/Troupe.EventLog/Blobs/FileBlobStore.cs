using System.Buffers;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Blobs as files named by their SHA-256, in folders named by its first two digits. A blob is written under another name,
/// synced, renamed, and its folder synced: under its own name it is whole and durable.
/// </summary>
public sealed class FileBlobStore : IBlobStore
{
    private const int BufferLength = 64 * 1024;
    private readonly ISystemCalls _calls;
    private readonly StorageFolder _folder;

    /// <param name="folder">Created with mode 0700 by the first blob.</param>
    public FileBlobStore(string folder)
        : this(folder, LinuxCalls.Instance)
    {
    }

    internal FileBlobStore(string folder, ISystemCalls calls)
    {
        _calls = calls;
        _folder = new StorageFolder(calls, folder);
    }

    public ValueTask<BlobRef> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var blob = new BlobRef(Sha256.Of(content.Span), content.Length);
        if (!new BlobUse(PathOf(blob.Id)).Renew())
        {
            using var draft = new BlobDraft(_calls, _folder);
            draft.Append(content.Span);
            draft.Publish(FolderOf(blob.Id), blob.Id.Value);
        }
        else
        {
            FolderOf(blob.Id).SyncWithParent();
        }

        return new ValueTask<BlobRef>(blob);
    }

    public async ValueTask<BlobRef> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var hasher = new Sha256Hasher();
        var length = 0L;
        using var draft = new BlobDraft(_calls, _folder);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hasher.Append(buffer.AsSpan(0, read));
                draft.Append(buffer.AsSpan(0, read));
                length += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var id = Sha256.Of(hasher);
        draft.Publish(FolderOf(id), id.Value);
        return new BlobRef(id, length);
    }

    public ValueTask<Stream> OpenAsync(Sha256 id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return new ValueTask<Stream>(new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TroupeException(ErrorCode.NotFound, $"There is no blob {id} in '{Printable.Escape(_folder.Path)}'.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"The blob {id} cannot be read: {Printable.Escape(e.Message)}", e);
        }
    }

    public ValueTask<bool> ExistsAsync(Sha256 id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<bool>(File.Exists(PathOf(id)));
    }

    public ValueTask<IDisposable> KeepAsync(IEnumerable<Sha256> blobs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = TakeTurn();
        try
        {
            return blobs.Where(blob => !File.Exists(PathOf(blob))).Select(blob => (Sha256?)blob).FirstOrDefault() is not { } missing
                ? new ValueTask<IDisposable>(turn)
                : throw new TroupeException(ErrorCode.NotFound, $"The blob {missing} is not in '{Printable.Escape(_folder.Path)}' any more: it was deleted meanwhile.");
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whoever appends a record that names blobs and whoever deletes some take turns. Who deletes looks in his turn at what names them.
    /// </summary>
    public IDisposable TakeTurn() =>
        HeldLock.Take(new StorageFolder(_calls, Path.GetDirectoryName(_folder.Path)!), Path.GetFileName(_folder.Path) + ".lock");

    /// <summary>What the store holds, in the order of the names.</summary>
    public IReadOnlyList<BlobRef> List()
    {
        try
        {
            return !Directory.Exists(_folder.Path) ? [] :
            [
                .. new DirectoryInfo(_folder.Path).EnumerateFiles("*", SearchOption.AllDirectories)
                    .Where(file => Sha256.TryParse(file.Name, out _) && file.Directory!.Name == file.Name[..2])
                    .Select(file => new BlobRef(Sha256.Parse(file.Name), file.Length))
                    .OrderBy(blob => blob.Id.Value, StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"Could not list the blobs in '{Printable.Escape(_folder.Path)}': {Printable.Escape(e.Message)}", e);
        }
    }

    /// <summary>Whether a blob is what its name says.</summary>
    public async Task<bool> IsIntactAsync(Sha256 id, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(id, cancellationToken);
        return await Sha256.OfAsync(content, cancellationToken) == id;
    }

    /// <summary>
    /// Deletes a blob for good, if it is there, whoever may want it. Nothing may name it any more but what is redacted: to be looked at, and
    /// done, in one turn (<see cref="TakeTurn"/>).
    /// </summary>
    public void Delete(Sha256 id)
    {
        var folder = FolderOf(id);
        if (!Directory.Exists(folder.Path))
        {
            return;
        }

        folder.RequireLocal();
        folder.Delete(id.Value);
        folder.Sync();
    }

    /// <summary>
    /// Deletes a blob that nothing names any more, unless somebody has put it lately: he is about to append a record that names it.
    /// </summary>
    /// <param name="unusedSince">Nobody may have put it since then.</param>
    /// <returns>False: it stays.</returns>
    public bool TryDelete(Sha256 id, DateTimeOffset unusedSince)
    {
        var folder = FolderOf(id);
        if (!Directory.Exists(folder.Path))
        {
            return true;
        }

        folder.RequireLocal();
        var deleted = new BlobUse(PathOf(id)).TryEnd(_folder[$"draft-{id}"], unusedSince);
        folder.Sync();
        return deleted;
    }

    private StorageFolder FolderOf(Sha256 id) => new(_calls, _folder[id.Value[..2]]);

    private string PathOf(Sha256 id) => FolderOf(id)[id.Value];
}

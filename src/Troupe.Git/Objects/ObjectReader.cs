using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// Reads objects one by one from a git that stays running (<c>cat-file --batch</c>). For many objects whose names are all known
/// beforehand, <see cref="ObjectBatch"/> takes fewer turns. One question at a time: callers wait for each other.
/// </summary>
public sealed class ObjectReader : IAsyncDisposable
{
    private readonly CatFile _git;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private ObjectReader(CatFile git) => _git = git;

    public static ObjectReader Open(GitExecutor git) => new(CatFile.Start(git));

    /// <summary>Null: there is no such object.</summary>
    /// <param name="name">An object's name, or anything that git takes for one, such as <c>COMMIT:path</c>.</param>
    public async Task<GitObject?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await _git.AskAsync(name, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<CommitObject> ReadCommitAsync(CommitId commit, CancellationToken cancellationToken) =>
        CommitEncoding.Decode((await ReadAsync(commit.Value, ObjectKind.Commit, cancellationToken)).Span);

    public async Task<IReadOnlyList<TreeEntry>> ReadTreeAsync(TreeId tree, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(tree.Value, ObjectKind.Tree, cancellationToken);
        return TreeEncoding.Decode(content.Span, tree.Value.Length == 64 ? ObjectFormat.Sha256 : ObjectFormat.Sha1);
    }

    public Task<ReadOnlyMemory<byte>> ReadBlobAsync(BlobId blob, CancellationToken cancellationToken) =>
        ReadAsync(blob.Value, ObjectKind.Blob, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _git.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string name, ObjectKind kind, CancellationToken cancellationToken)
    {
        var found = await FindAsync(name, cancellationToken) ?? throw MissingObject.Named(name);
        return found.Kind == kind
            ? found.Content
            : throw new TroupeException(ErrorCode.Git, $"The object {name} is a {ObjectHeader.NameOf(found.Kind)}, not a {ObjectHeader.NameOf(kind)}.");
    }
}

using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// Reads objects from a git that stays running (<c>cat-file --batch-command</c>). Asking for several at once takes one turn instead of one for
/// each. One conversation at a time: callers wait for each other.
/// </summary>
public sealed class ObjectReader : IAsyncDisposable
{
    private readonly CatFile _git;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private ObjectReader(CatFile git) => _git = git;

    public static ObjectReader Open(GitExecutor git) => new(new CatFile(git));

    /// <summary>Null: there is no such object.</summary>
    /// <param name="name">An object's name, or anything that git takes for one, such as <c>COMMIT:path</c>.</param>
    public async Task<GitObject?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await FindAsync([name], cancellationToken))[0];

    /// <summary>All of them in one turn, in their order. Null: there is no such object.</summary>
    public Task<IReadOnlyList<GitObject?>> FindAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        InTurnAsync(() => _git.ContentsAsync(names, cancellationToken), cancellationToken);

    /// <summary>Their sizes in bytes, in their order. Null: there is no such object.</summary>
    public async Task<IReadOnlyList<long?>> SizesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        [.. (await InTurnAsync(() => _git.HeadersAsync(names, cancellationToken), cancellationToken)).Select(header => header?.Size)];

    public async Task<CommitObject> ReadCommitAsync(CommitId commit, CancellationToken cancellationToken) =>
        (await ReadCommitsAsync([commit], cancellationToken))[0];

    public async Task<IReadOnlyList<CommitObject>> ReadCommitsAsync(IReadOnlyList<CommitId> commits, CancellationToken cancellationToken) =>
        [.. (await ReadAsync([.. commits.Select(commit => commit.Value)], ObjectKind.Commit, cancellationToken))
            .Select(content => CommitEncoding.Decode(content.Span))];

    public async Task<IReadOnlyList<TreeEntry>> ReadTreeAsync(TreeId tree, CancellationToken cancellationToken) =>
        (await ReadTreesAsync([tree], cancellationToken))[0];

    public async Task<IReadOnlyList<IReadOnlyList<TreeEntry>>> ReadTreesAsync(IReadOnlyList<TreeId> trees, CancellationToken cancellationToken)
    {
        var contents = await ReadAsync([.. trees.Select(tree => tree.Value)], ObjectKind.Tree, cancellationToken);
        return [.. contents.Zip(trees, (content, tree) =>
            TreeEncoding.Decode(content.Span, tree.Value.Length == 64 ? ObjectFormat.Sha256 : ObjectFormat.Sha1))];
    }

    public async Task<ReadOnlyMemory<byte>> ReadBlobAsync(BlobId blob, CancellationToken cancellationToken) =>
        (await ReadBlobsAsync([blob], cancellationToken))[0];

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadBlobsAsync(IReadOnlyList<BlobId> blobs, CancellationToken cancellationToken) =>
        ReadAsync([.. blobs.Select(blob => blob.Value)], ObjectKind.Blob, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _git.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(IReadOnlyList<string> names, ObjectKind kind, CancellationToken cancellationToken)
    {
        var found = await FindAsync(names, cancellationToken);
        return [.. found.Zip(names, (item, name) => item switch
        {
            null => throw MissingObject.Named(name),
            _ when item.Kind != kind => throw new TroupeException(
                ErrorCode.Git, $"The object {name} is a {ObjectHeader.NameOf(item.Kind)}, not a {ObjectHeader.NameOf(kind)}."),
            _ => item.Content,
        })];
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> conversation, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await conversation();
        }
        finally
        {
            _turn.Release();
        }
    }
}

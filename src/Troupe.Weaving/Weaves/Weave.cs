using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Weaving;

/// <summary>A finished weave. It owns the private git directory in which its objects are until they are published.</summary>
public sealed class Weave : IAsyncDisposable
{
    private readonly PrivateGitDirectory _directory;

    private readonly ScratchFolder _scratch;

    /// <param name="scratch">Everything that this weave wrote; removed with it.</param>
    internal Weave(PrivateGitDirectory directory, ScratchFolder scratch)
    {
        _directory = directory;
        _scratch = scratch;
    }

    public required CommitId Tip { get; init; }

    /// <summary>The proven tree; the tip's own where nothing landed.</summary>
    public required TreeId Tree { get; init; }

    /// <summary>The last commit of the landed patches, a descendant of the tip; null where nothing landed.</summary>
    public CommitId? Head { get; init; }

    /// <summary>One for each patch of the request, in its order.</summary>
    public required IReadOnlyList<PatchResult> Results { get; init; }

    /// <summary>Labels of the landed patches, in the order in which they were folded.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Lock files that several changes meet in, and what became of them.</summary>
    public IReadOnlyList<LockFile> LockFiles { get; init; } = [];

    /// <summary>What collides with what, and why this order.</summary>
    public required WeavePlan Plan { get; init; }

    /// <summary>Runs git where all objects of this weave can be seen, for verification and for rework kits.</summary>
    public GitExecutor Git => _directory.Git;

    /// <summary>Moves the objects of the landed commits into the repository. No ref changes.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        if (Head is { } head)
        {
            await _directory.PublishObjectsAsync(head, _scratch.Path, cancellationToken);
        }
    }

    /// <summary>
    /// For a weave of one patch: moves into the repository a commit on the tip that holds everything of it that merges, for its
    /// next attempt to start from. No ref changes. Null: nothing of it merges, or it is not a collision that stops it.
    /// </summary>
    /// <param name="message">Of that commit, where the patch collides.</param>
    public async Task<CommitId?> PublishReworkAsync(GitIdentity author, string message, CancellationToken cancellationToken)
    {
        if (Results is not [{ Outcome: PatchOutcome.Conflicted, Merge: { } merge } result])
        {
            await PublishAsync(cancellationToken);
            return Head;
        }

        var tip = await TipAsync(cancellationToken);
        var writer = _directory.Writer;
        var tree = await new ReworkTree(Git, writer, _scratch.Path).MakeAsync(tip.Tree, result, merge, cancellationToken);
        if (tree == tip.Tree)
        {
            return null;
        }

        var time = RawSignature.Time(tip.Committer) ?? DateTimeOffset.UnixEpoch;
        var commit = writer.WriteCommit(new CommitDraft
        {
            Tree = tree,
            Parents = [Tip],
            Author = new GitSignature(author, time),
            Message = message,
        });
        await _directory.PublishObjectsAsync(commit, _scratch.Path, cancellationToken);
        return commit;
    }

    private async Task<CommitObject> TipAsync(CancellationToken cancellationToken)
    {
        await using var reader = ObjectReader.Open(Git);
        return await reader.ReadCommitAsync(Tip, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        _scratch.Dispose();
    }
}

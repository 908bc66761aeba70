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
    public IReadOnlyList<string> Order => [.. Results.Where(result => result.Outcome == PatchOutcome.Landed).Select(result => result.Patch.Label)];

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

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        _scratch.Dispose();
    }
}

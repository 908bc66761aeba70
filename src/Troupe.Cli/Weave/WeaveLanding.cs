using Troupe.Core;
using Troupe.Forges;
using Troupe.Git;

namespace Troupe.Cli.Weave;

/// <summary>Moves a branch to what landed, and never one that somebody has checked out: its files would not follow.</summary>
internal sealed class WeaveLanding(WeaveBench bench)
{
    private const int ShortName = 12;

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: somebody stands on the branch that was named.</exception>
    public async Task RequireMovableAsync(CancellationToken cancellationToken)
    {
        var uses = bench.Target.Branch is null ? [] : await BranchesInUse.ListAsync(bench.Repository, cancellationToken);
        if (uses.FirstOrDefault(use => use.Branch == bench.Target.Branch) is { } use)
        {
            throw InUse(use.Branch, use.Folder, use.Why);
        }
    }

    /// <summary>Publishes the objects and moves or makes the branch by compare-and-swap. Null: nothing landed.</summary>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.InvalidArgument"/>: somebody has come to stand on the branch since it was looked at.
    /// </exception>
    public async Task<LandingOutcome?> PublishAsync(Weaving.Weave weave, CancellationToken cancellationToken)
    {
        if (weave.Head is not { } head)
        {
            return null;
        }

        await weave.PublishAsync(cancellationToken);
        var branch = bench.Target.Branch ?? $"{WeaveTarget.Branches}troupe/weave-{head.Value[..ShortName]}";
        var outcome = await new LocalForge(bench.Repository).MoveBranchAsync(branch, head, bench.Target.BranchNow, cancellationToken);
        return outcome is LandingOutcome.InUse use ? throw InUse(branch, use.Folder, use.Why) : outcome;
    }

    private static TroupeException InUse(string branch, string folder, string why) => new(
        ErrorCode.InvalidArgument,
        $"The branch '{Printable.Escape(WeaveTarget.NameOf(branch))}' is {why} in '{Printable.Escape(folder)}', and its files would not follow: nothing was changed. "
        + "Leave out --onto to get a new branch, then run 'git merge --ff-only' with it there.");
}

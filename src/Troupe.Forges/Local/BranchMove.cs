using Troupe.Core;
using Troupe.Git;

namespace Troupe.Forges;

/// <summary>Moves one branch by compare-and-swap, unless a checkout stands on it.</summary>
internal sealed class BranchMove(GitRepository repository, string branch)
{
    public async Task<LandingOutcome> RunAsync(CommitId to, CommitId? expected, CancellationToken cancellationToken)
    {
        var found = await repository.Refs.FindAsync(branch, cancellationToken);
        if (found == to)
        {
            return new LandingOutcome.Landed(branch, to);
        }

        if (found != expected)
        {
            return new LandingOutcome.Moved(branch, found);
        }

        var uses = await BranchesInUse.ListAsync(repository, cancellationToken);
        if (uses.FirstOrDefault(use => use.Branch == branch) is { } use)
        {
            return new LandingOutcome.InUse(branch, use.Folder, use.Why);
        }

        try
        {
            await repository.Refs.UpdateAsync([RefUpdate.Move(branch, expected, to)], cancellationToken);
            return new LandingOutcome.Landed(branch, to);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.RefMoved)
        {
            return new LandingOutcome.Moved(branch, await repository.Refs.FindAsync(branch, cancellationToken));
        }
    }
}

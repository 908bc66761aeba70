using Troupe.Core;
using Troupe.Git;

namespace Troupe.Engine;

/// <summary>Whether somebody stands on the branch that a sprint is to move: it is never moved under a checkout.</summary>
public static class TargetInUse
{
    private const string Heads = "refs/heads/";

    /// <param name="target">The branch; null: the one that HEAD names.</param>
    /// <returns>Null: it is free.</returns>
    public static async Task<BranchUse?> FindAsync(GitRepository repository, string? target, CancellationToken cancellationToken)
    {
        var branch = target is null ? await repository.Refs.HeadBranchAsync(cancellationToken) : Heads + target;
        return (await BranchesInUse.ListAsync(repository, cancellationToken)).FirstOrDefault(use => use.Branch == branch);
    }

    /// <summary>Such as <c>main is checked out in '/home/ann/work'</c>.</summary>
    public static string Words(BranchUse use) =>
        $"{Printable.Escape(use.Branch.StartsWith(Heads, StringComparison.Ordinal) ? use.Branch[Heads.Length..] : use.Branch)} is {use.Why} in '{Printable.Escape(use.Folder)}'";
}

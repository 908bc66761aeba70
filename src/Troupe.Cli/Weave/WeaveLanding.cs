using Troupe.Core;
using Troupe.Git;

namespace Troupe.Cli.Weave;

/// <summary>Moves a branch to what landed, and never one that somebody has checked out: its files would not follow.</summary>
internal sealed class WeaveLanding(WeaveBench bench)
{
    private const string Branches = "refs/heads/";
    private const int ShortName = 12;

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: the branch that was named is checked out.</exception>
    public async Task RequireMovableAsync(CancellationToken cancellationToken)
    {
        if (bench.Target.Branch is { } branch && await CheckoutOfAsync(branch, cancellationToken) is { } folder)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"The branch '{Printable.Escape(branch[Branches.Length..])}' is checked out in '{Printable.Escape(folder)}', and its files would not follow. "
                + $"Leave out --onto to get a new branch, then run 'git merge --ff-only' with it there.");
        }
    }

    /// <summary>Publishes the objects and moves or makes the branch by compare-and-swap; gives its short name. Null: nothing landed.</summary>
    public async Task<string?> PublishAsync(Weaving.Weave weave, CancellationToken cancellationToken)
    {
        if (weave.Head is not { } head)
        {
            return null;
        }

        await weave.PublishAsync(cancellationToken);
        var branch = bench.Target.Branch ?? $"{Branches}troupe/weave-{head.Value[..ShortName]}";

        // The name of a new branch follows from its commit: if it is there already, it is the same.
        var isNew = bench.Target.Branch is null;
        await bench.Repository.Refs.UpdateAsync(
            [isNew ? RefUpdate.Set(branch, head) : RefUpdate.Move(branch, bench.Target.BranchNow, head)], cancellationToken);
        return branch[Branches.Length..];
    }

    private async Task<string?> CheckoutOfAsync(string branch, CancellationToken cancellationToken)
    {
        var result = await bench.Repository.Git.RunAsync(["worktree", "list", "--porcelain", "-z"], GitCall.Plain, cancellationToken);
        string? folder = null;
        foreach (var line in GitPath.Decode(result.Output.Span).Split('\0'))
        {
            if (line.StartsWith("worktree ", StringComparison.Ordinal))
            {
                folder = line["worktree ".Length..];
            }
            else if (line == $"branch {branch}" && !bench.Repository.IsBare)
            {
                return folder;
            }
        }

        return null;
    }
}

using Troupe.Core;
using Troupe.Git;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Where a sprint starts, and where its work is meant to go.</summary>
internal static class SprintBase
{
    private const string Heads = "refs/heads/";

    /// <summary>The branch that the work is meant for, without <c>refs/heads/</c>.</summary>
    public static async Task<string> TargetAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        if (workplace.Settings.Sprint.Target is { } configured)
        {
            return configured;
        }

        var branch = await workplace.Repository.Refs.HeadBranchAsync(cancellationToken);
        return branch is not null && branch.StartsWith(Heads, StringComparison.Ordinal)
            ? branch[Heads.Length..]
            : throw new TroupeException(
                ErrorCode.NotFound,
                "HEAD is not on a branch, so it is not clear where the work is meant to go: check out a branch, or set 'target' in [sprint].");
    }

    /// <summary>
    /// The wished revision; else the last sprint's branch as long as it goes on from the target and is not merged yet, so
    /// that sprints build on one another; else the target. A sprint that landed nothing has no branch and hands its base on.
    /// </summary>
    public static async Task<SprintOrigin> FindAsync(
        Workplace workplace, SprintState? last, string target, string? wished, CancellationToken cancellationToken)
    {
        var repository = workplace.Repository;
        if (wished is not null)
        {
            return new SprintOrigin(await repository.ResolveAsync(wished, cancellationToken), $"'{wished}', as asked for on the command line");
        }

        var head = await HeadOfAsync(workplace, target, cancellationToken);
        if (last is null)
        {
            return new SprintOrigin(head, $"{target}, the target");
        }

        var branch = await repository.Refs.FindAsync(Heads + last.Start.Branch, cancellationToken);
        var tip = branch ?? last.Start.Base;
        var before = branch is null ? $"the base of sprint {last.Number}" : last.Start.Branch;
        if (tip != head && await repository.IsAncestorAsync(head, tip, cancellationToken))
        {
            return new SprintOrigin(tip, $"{before}, which goes on from {target} and is not merged there yet");
        }

        var isMerged = branch is null || await repository.IsAncestorAsync(tip, head, cancellationToken);
        return new SprintOrigin(head, isMerged
            ? $"{target}, the target"
            : $"{target}, the target; it has gone on without {before}, whose work is not in this sprint unless it is merged first");
    }

    private static async Task<CommitId> HeadOfAsync(Workplace workplace, string target, CancellationToken cancellationToken) =>
        workplace.Settings.Sprint.Target is null || await workplace.Repository.Refs.FindAsync(Heads + target, cancellationToken) is not null
            ? await workplace.Repository.ResolveAsync(Heads + target, cancellationToken)
            : throw new TroupeException(
                ErrorCode.NotFound, $"'target' in [sprint] names the branch '{Printable.Escape(target)}', and there is none: correct it, or make the branch.");
}

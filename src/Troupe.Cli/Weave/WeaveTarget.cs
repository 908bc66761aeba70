using Troupe.Core;
using Troupe.Git;

namespace Troupe.Cli.Weave;

/// <summary>What is built on, and which branch moves.</summary>
/// <param name="Tip">The commit that patches land on.</param>
/// <param name="Base">Where branches left from, if that was said and is not the tip.</param>
/// <param name="Branch">The branch that was named to be moved, in full; null: a new one is made.</param>
/// <param name="BranchNow">Where it points; null: it does not exist yet.</param>
internal sealed record WeaveTarget(CommitId Tip, CommitId? Base, string? Branch, CommitId? BranchNow)
{
    public const string Branches = "refs/heads/";

    /// <summary>A branch as its user calls it.</summary>
    public static string NameOf(string branch) => branch[Branches.Length..];

    public static async Task<WeaveTarget> FindAsync(GitRepository repository, string? baseRevision, string? onto, CancellationToken cancellationToken)
    {
        if (onto is null)
        {
            return new WeaveTarget(await repository.ResolveAsync(baseRevision ?? "HEAD", cancellationToken), null, null, null);
        }

        var branch = onto.StartsWith(Branches, StringComparison.Ordinal) ? onto : Branches + onto;
        await RequireNameAsync(repository, branch, onto, cancellationToken);
        var now = await repository.Refs.FindAsync(branch, cancellationToken);
        if (now is null || baseRevision is not null)
        {
            var @base = await repository.ResolveAsync(baseRevision ?? "HEAD", cancellationToken);
            return new WeaveTarget(now ?? @base, @base, branch, now);
        }

        return new WeaveTarget(now.Value, null, branch, now);
    }

    private static async Task RequireNameAsync(GitRepository repository, string branch, string onto, CancellationToken cancellationToken)
    {
        if ((await repository.Git.TryRunAsync(["check-ref-format", branch], GitCall.Plain, cancellationToken)).ExitCode != 0)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(onto)}' cannot name a branch: git allows no such name.");
        }
    }
}

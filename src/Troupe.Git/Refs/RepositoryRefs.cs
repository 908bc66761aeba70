using Troupe.Core;

namespace Troupe.Git;

/// <summary>The refs of one repository: read together, moved together by compare-and-swap.</summary>
public sealed class RepositoryRefs(GitExecutor git)
{
    /// <summary>Where one ref points; null: it does not exist.</summary>
    /// <param name="name">The full name, such as <c>refs/heads/main</c>.</param>
    public async Task<CommitId?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await ListAsync(name, cancellationToken);
        return found.FirstOrDefault(r => r.Name == name)?.Commit;
    }

    /// <summary>Every ref with this name or below it that leads to a commit, by name.</summary>
    /// <param name="prefix">Such as <c>refs/troupe</c>; a full name gives that ref.</param>
    public async Task<IReadOnlyList<RefTarget>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(
            ["for-each-ref", "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)", prefix],
            GitCall.Plain,
            cancellationToken);
        List<RefTarget> refs = [];
        foreach (var line in GitPath.Decode(result.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('\0');
            var commit = fields[1] == "commit" ? fields[2] : fields[3] == "commit" ? fields[4] : null;
            if (commit is not null)
            {
                refs.Add(new RefTarget(fields[0], CommitId.Parse(commit)));
            }
        }

        return refs;
    }

    /// <summary>The branch that this checkout is on, in full; null: HEAD is detached.</summary>
    public async Task<string?> HeadBranchAsync(CancellationToken cancellationToken)
    {
        var result = await git.TryRunAsync(["symbolic-ref", "--quiet", "HEAD"], GitCall.Plain, cancellationToken);
        return result.ExitCode == 0 ? GitPath.Decode(result.Output.Span).TrimEnd('\n') : null;
    }

    /// <summary>All of them or none, in one transaction.</summary>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.RefMoved"/>: one is not where it was expected; <see cref="ErrorCode.Git"/>: git refuses a name or cannot write.
    /// </exception>
    public Task UpdateAsync(IReadOnlyList<RefUpdate> updates, CancellationToken cancellationToken) =>
        updates.Count == 0 ? Task.CompletedTask : new RefTransaction(git, this).RunAsync(updates, cancellationToken);
}

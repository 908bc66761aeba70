using System.Text;
using Troupe.Core;
using Troupe.Git;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What only git knows of a sprint's work: the log says what landed, not what it is called or what became of it since.</summary>
/// <param name="Subjects">The first lines of the landed commits' messages; those that are gone are left out.</param>
/// <param name="Merge">The command that brings the work to the target now; null: it is there, or one of the branches is gone.</param>
public sealed record LandedWork(IReadOnlyDictionary<CommitId, string> Subjects, string? Merge)
{
    public static async Task<LandedWork> ReadAsync(GitRepository repository, SprintState state, CancellationToken cancellationToken) => new(
        await SubjectsAsync(repository, state, cancellationToken), await MergeAsync(repository, state.Start, cancellationToken));

    private static async Task<IReadOnlyDictionary<CommitId, string>> SubjectsAsync(
        GitRepository repository, SprintState state, CancellationToken cancellationToken)
    {
        var commits = state.Outcomes.Select(outcome => outcome.Commit).OfType<CommitId>().Select(commit => commit.Value).ToList();
        if (commits.Count == 0)
        {
            return new Dictionary<CommitId, string>();
        }

        var log = await repository.Git.RunAsync(
            ["rev-list", "--no-walk=unsorted", "--ignore-missing", "--no-commit-header", "--format=%H%x00%s", .. commits],
            GitCall.Plain,
            cancellationToken);
        return Encoding.UTF8.GetString(log.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\0', 2))
            .ToDictionary(fields => CommitId.Parse(fields[0]), fields => fields[1]);
    }

    private static async Task<string?> MergeAsync(GitRepository repository, SprintStarted start, CancellationToken cancellationToken)
    {
        if (await repository.Refs.FindAsync($"refs/heads/{start.Branch}", cancellationToken) is not { } work
            || await repository.Refs.FindAsync($"refs/heads/{start.Target}", cancellationToken) is not { } target
            || await repository.IsAncestorAsync(work, target, cancellationToken))
        {
            return null;
        }

        return await repository.IsAncestorAsync(target, work, cancellationToken)
            ? $"git merge --ff-only {start.Branch}"
            : $"git merge {start.Branch}";
    }
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Forges;

/// <summary>
/// Pull requests and landings as refs of the repository itself: no network, no account. Every method can be repeated after a crash: what
/// is there already stays as it is. A branch that somebody works on is never moved.
/// </summary>
public sealed class LocalForge(GitRepository repository)
{
    /// <summary>Keeps a patch for good: its objects are copied into the repository and held by a ref of their own.</summary>
    /// <param name="commit">A commit that is the patch: its parent is the fork, its tree the result.</param>
    /// <param name="gitDirectory">Where the commit is, such as a session's snapshot directory; null: in the repository.</param>
    public async Task PinPatchAsync(PatchId patch, CommitId commit, string? gitDirectory, CancellationToken cancellationToken)
    {
        var name = LocalRefs.Patch(patch);
        if (await repository.Refs.FindAsync(name, cancellationToken) is not null)
        {
            // The id is a hash of fork and result: whichever commit holds it, it is the same patch.
            return;
        }

        await BringAsync(commit, gitDirectory, cancellationToken);
        try
        {
            await repository.Refs.UpdateAsync([RefUpdate.Create(name, commit)], cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.RefMoved)
        {
            // Another run pinned the same patch in this instant.
        }
    }

    /// <summary>The newest attempt of a persona in a sprint; it replaces the one before, which stays pinned as a patch.</summary>
    /// <param name="gitDirectory">Where the commit is; null: in the repository.</param>
    public async Task PublishAttemptAsync(
        int sprint, PersonaId persona, CommitId commit, string? gitDirectory, CancellationToken cancellationToken)
    {
        await BringAsync(commit, gitDirectory, cancellationToken);
        await repository.Refs.UpdateAsync([RefUpdate.Set(LocalRefs.Attempt(sprint, persona), commit)], cancellationToken);
    }

    public async Task<IReadOnlyList<SprintAttempt>> AttemptsAsync(int sprint, CancellationToken cancellationToken)
    {
        var prefix = LocalRefs.Attempts(sprint);
        List<SprintAttempt> attempts = [];
        foreach (var found in await repository.Refs.ListAsync(prefix, cancellationToken))
        {
            if (PersonaId.TryParse(found.Name[(prefix.Length + 1)..], out var persona))
            {
                attempts.Add(new SprintAttempt(persona, found.Commit));
            }
        }

        return attempts;
    }

    /// <summary>Keeps the base of a sprint while sessions work on it, whatever happens to its branch.</summary>
    public Task PinBaseAsync(int sprint, CommitId commit, CancellationToken cancellationToken) =>
        repository.Refs.UpdateAsync([RefUpdate.Set(LocalRefs.Base(sprint), commit)], cancellationToken);

    public Task UnpinBaseAsync(int sprint, CancellationToken cancellationToken) =>
        repository.Refs.UpdateAsync([RefUpdate.Delete(LocalRefs.Base(sprint), expectedOld: null)], cancellationToken);

    /// <summary>Keeps what a rework's checkout starts from while the sprint goes on.</summary>
    public Task PinReworkAsync(SessionId session, CommitId commit, CancellationToken cancellationToken) =>
        repository.Refs.UpdateAsync([RefUpdate.Set(LocalRefs.Rework(session), commit)], cancellationToken);

    public async Task UnpinReworksAsync(int sprint, CancellationToken cancellationToken)
    {
        var names = (await repository.Refs.ListAsync(LocalRefs.Reworks, cancellationToken)).Select(found => found.Name)
            .Where(name => SessionId.TryParse(name[(LocalRefs.Reworks.Length + 1)..], out var session) && session.Sprint == sprint).ToList();
        if (names.Count > 0)
        {
            await repository.Refs.UpdateAsync([.. names.Select(name => RefUpdate.Delete(name, expectedOld: null))], cancellationToken);
        }
    }

    /// <summary>Moves the sprint's own branch, <c>troupe/sprint-N</c>, to what the weave made.</summary>
    /// <param name="commit">It and what it needs is in the repository.</param>
    /// <param name="expected">Where the branch is now; null: it does not exist yet.</param>
    public Task<LandingOutcome> PublishLandingAsync(
        int sprint, CommitId commit, CommitId? expected, CancellationToken cancellationToken) =>
        new BranchMove(repository, LocalRefs.Landing(sprint)).RunAsync(commit, expected, cancellationToken);

    /// <summary>Moves the branch that the project works on, if nothing came in there that the commit lacks.</summary>
    /// <param name="branch"><c>main</c> or <c>refs/heads/main</c>.</param>
    /// <param name="expected">Where the weave started from.</param>
    public async Task<LandingOutcome> FastForwardTargetAsync(
        string branch, CommitId commit, CommitId expected, CancellationToken cancellationToken)
    {
        var name = branch.StartsWith("refs/", StringComparison.Ordinal) ? branch : $"refs/heads/{branch}";
        if (!await repository.IsAncestorAsync(expected, commit, cancellationToken))
        {
            return new LandingOutcome.NotAhead(name, expected);
        }

        return await new BranchMove(repository, name).RunAsync(commit, expected, cancellationToken);
    }

    /// <summary>Moves or makes any other branch, by its full name.</summary>
    /// <param name="commit">It and what it needs is in the repository.</param>
    /// <param name="expected">Where the branch is; null: it does not exist yet.</param>
    public Task<LandingOutcome> MoveBranchAsync(string branch, CommitId commit, CommitId? expected, CancellationToken cancellationToken) =>
        new BranchMove(repository, branch).RunAsync(commit, expected, cancellationToken);

    private Task BringAsync(CommitId commit, string? gitDirectory, CancellationToken cancellationToken) =>
        gitDirectory is null
            ? Task.CompletedTask
            : ObjectTransfer.PublishAsync(
                repository.Git.For(gitDirectory, ConfigurationScope.DirectoryOnly), repository, commit, cancellationToken);
}

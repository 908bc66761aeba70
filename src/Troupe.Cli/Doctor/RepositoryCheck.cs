using Troupe.Core;
using Troupe.Git;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>A git that is new enough, and a repository with a commit to start from.</summary>
internal static class RepositoryCheck
{
    public static async Task<GitRepository?> RunAsync(CliContext context, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var repository = await GitRepository.OpenAsync(context.WorkingDirectory, context.Environment, cancellationToken);
            findings.Add(Finding.Fine("git", $"git {repository.Version}"));
            await CheckCommitAsync(repository, findings, cancellationToken);
            return repository;
        }
        catch (TroupeException failure)
        {
            // The message says what to do.
            findings.Add(new Finding(failure.Code == ErrorCode.NoRepository ? "repository" : "git", FindingStatus.Problem, failure.Message));
            return null;
        }
    }

    private static async Task CheckCommitAsync(GitRepository repository, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var head = await repository.ResolveAsync("HEAD", cancellationToken);
            findings.Add(Finding.Fine("repository", $"repository {Printable.Escape(repository.WorkTree ?? repository.CommonDirectory)} at {head.Value[..12]}"));
            if (repository.IsBare)
            {
                findings.Add(new Finding("repository", FindingStatus.Problem, TeamHome.Bare(repository.CommonDirectory)));
            }
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.NotFound)
        {
            findings.Add(Finding.Bad("repository", "the repository has no commit yet.", "A sprint starts from a commit: make the first one."));
        }
    }
}

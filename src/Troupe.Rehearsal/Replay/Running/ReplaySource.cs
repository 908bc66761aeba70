using Troupe.Core;
using Troupe.Git;

namespace Troupe.Rehearsal.Replay;

/// <summary>The repository whose past is replayed. It is read, and never written to.</summary>
internal sealed record ReplaySource(GitRepository Repository, CommitId Tip, IReadOnlyDictionary<string, string> Environment)
{
    public static async Task<ReplaySource> OpenAsync(
        string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.OpenAsync(folder, environment, cancellationToken);
        return new ReplaySource(repository, await repository.ResolveAsync("HEAD", cancellationToken), environment);
    }

    /// <summary>How reports name it.</summary>
    public string Name => Repository.WorkTree ?? Repository.GitDirectory;
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Engine;

/// <summary>
/// Tells what one patch is to blame for from what is wrong with the surroundings: a patch that git cannot take is refused,
/// a git that takes nothing pauses the sprint.
/// </summary>
internal static class GitHealth
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: not even the smallest object can be written.</exception>
    public static Task RequireAsync(GitRepository repository, CancellationToken cancellationToken) =>
        repository.Git.RunAsync(["hash-object", "-w", "--stdin"], GitCall.Plain, cancellationToken);
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Folds patches into one tree in which every accepted change is present, and says of every other patch why it does not fit.
/// Nothing is written to the repository until <see cref="Weave.PublishAsync"/>.
/// </summary>
/// <param name="repository">Where the tip and the patches are.</param>
/// <param name="scratchFolder">Private git directories are made below it, and removed.</param>
public sealed class Weaver(GitRepository repository, string scratchFolder)
{
    /// <exception cref="TroupeException">
    /// The tip or a revision that was named does not exist, or git failed. A patch that cannot be read or does not fit is an outcome.
    /// </exception>
    public async Task<Weave> WeaveAsync(WeaveRequest request, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(scratchFolder, $"weave-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(folder);
        var directory = await PrivateGitDirectory.CreateAsync(repository, Path.Combine(folder, "git"), request.Tip, request.UnionPaths, cancellationToken);
        try
        {
            return await new Loom(repository, directory, folder).WeaveAsync(request, cancellationToken);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Folds patches into one tree in which every accepted change is present, and says of every other patch why it does not fit.
/// Nothing is written to the repository until <see cref="Weave.PublishAsync"/>.
/// </summary>
/// <param name="repository">Where the tip and the patches are.</param>
/// <param name="scratchFolder">Private git directories are made below it.</param>
public sealed class Weaver(GitRepository repository, string scratchFolder)
{
    /// <exception cref="TroupeException">The tip does not exist, or git failed. A patch that cannot be read is an outcome, not an exception.</exception>
    public async Task<Weave> WeaveAsync(WeaveRequest request, CancellationToken cancellationToken)
    {
        throw new InvalidOperationException($"{repository} {scratchFolder} {request} {cancellationToken}");
    }
}

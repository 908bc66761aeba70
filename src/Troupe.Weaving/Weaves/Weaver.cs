using Troupe.Core;
using Troupe.EventLog;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Weaving;

/// <summary>
/// Folds patches into one tree in which every accepted change is present, and says of every other patch why it does not fit.
/// Nothing is written to the repository until <see cref="Weave.PublishAsync"/>.
/// </summary>
/// <param name="repository">Where the tip and the patches are.</param>
/// <param name="scratchFolder">Private git directories are made below it, and removed.</param>
/// <param name="captures">Receives the bytes of diffs and mails before anything reads them; null: they are kept elsewhere.</param>
public sealed class Weaver(GitRepository repository, string scratchFolder, IBlobStore? captures = null)
{
    /// <exception cref="TroupeException">
    /// The tip or a revision that was named does not exist, or git failed. A patch that cannot be read or does not fit is an outcome.
    /// </exception>
    public async Task<Weave> WeaveAsync(WeaveRequest request, CancellationToken cancellationToken)
    {
        await CaptureAsync(request.Patches, cancellationToken);
        var (scratch, place) = await MakeRoomAsync();
        try
        {
            // A tip that does not exist is told before a patch that does not.
            var directory = OpenAsync(request, Path.Combine(place, "git"), cancellationToken);
            var names = RevisionNames.ResolveAsync(repository, request.Patches, cancellationToken);
            await Task.WhenAll(directory, names);
            return await new Loom(repository, await directory, scratch, place).WeaveAsync(request, await names, cancellationToken);
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    private async Task<(ScratchFolder Scratch, string Place)> MakeRoomAsync()
    {
        try
        {
            var scratch = await ScratchFolder.ReserveAsync(scratchFolder, "weave");
            return (scratch, scratch.Make());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Git,
                $"No private git directory can be made in '{Printable.Escape(scratchFolder)}' ({Printable.Escape(failure.Message)}): "
                + "see that the disk has room and that the folder may be written to.",
                failure);
        }
    }

    // Whatever happens next, nothing that somebody made is lost.
    private async Task CaptureAsync(IReadOnlyList<WeavePatch> patches, CancellationToken cancellationToken)
    {
        foreach (var text in patches.Select(patch => patch.Source).OfType<PatchSource.Text>())
        {
            if (captures is not null)
            {
                await captures.PutAsync(text.Bytes, cancellationToken);
            }
        }
    }

    private async Task<PrivateGitDirectory> OpenAsync(WeaveRequest request, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await PrivateGitDirectory.CreateAsync(repository, folder, request.Tip, request.UnionPaths, cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Git)
        {
            // The usual reason is a tip that does not exist, and that can be said better.
            await repository.ResolveAsync(request.Tip.Value, cancellationToken);
            throw;
        }
    }
}

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
    // An ordinary patch leaves a twentieth of it behind; a diff also has an index of the whole tree, and its files anew.
    private const long BytesOfPatch = 1 << 20;
    private const int CopiesOfText = 4;

    /// <summary>Where the small files of small weaves are.</summary>
    public MemoryPlace Memory { get; init; } = MemoryPlace.System;

    /// <exception cref="TroupeException">
    /// The tip or a revision that was named does not exist, or git failed. A patch that cannot be read or does not fit is an outcome.
    /// </exception>
    public async Task<Weave> WeaveAsync(WeaveRequest request, CancellationToken cancellationToken)
    {
        await CaptureAsync(request.Patches, cancellationToken);
        var (scratch, place) = await MakeRoomAsync(SizeOf(request.Patches));
        try
        {
            return place == scratch.Path
                ? await WeaveInAsync(request, scratch, place, cancellationToken)
                : await WeaveInMemoryAsync(request, scratch, place, cancellationToken);
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    private static long SizeOf(IReadOnlyList<WeavePatch> patches) => patches.Sum(
        patch => BytesOfPatch + (patch.Source is PatchSource.Text text ? (long)CopiesOfText * text.Bytes.Length : 0));

    private async Task<Weave> WeaveInMemoryAsync(WeaveRequest request, ScratchFolder scratch, string place, CancellationToken cancellationToken)
    {
        try
        {
            return await WeaveInAsync(request, scratch, place, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or TroupeException { Code: ErrorCode.Git or ErrorCode.Storage })
        {
            // Memory may have run full after all, which git tells in many ways. Whatever else it was happens on disk again.
            scratch.LeaveMemory();
            return await WeaveInAsync(request, scratch, scratch.Path, cancellationToken);
        }
    }

    private async Task<Weave> WeaveInAsync(WeaveRequest request, ScratchFolder scratch, string place, CancellationToken cancellationToken)
    {
        // A tip that does not exist is told before a patch that does not.
        var directory = OpenAsync(request, scratch, Path.Combine(place, "git"), cancellationToken);
        var names = RevisionNames.ResolveAsync(repository, request.Patches, cancellationToken);
        await Task.WhenAll(directory, names);
        return await new Loom(repository, await directory, scratch, place).WeaveAsync(request, await names, cancellationToken);
    }

    private async Task<(ScratchFolder Scratch, string Place)> MakeRoomAsync(long bytes)
    {
        try
        {
            var scratch = await ScratchFolder.ReserveAsync(scratchFolder, "weave");
            return (scratch, scratch.Make(Memory, bytes));
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

    private async Task<PrivateGitDirectory> OpenAsync(
        WeaveRequest request, ScratchFolder scratch, string folder, CancellationToken cancellationToken)
    {
        // A merge driver may run for long: should we be killed, the next weave ends it.
        var marked = repository.Seeing(scratch.Mark);
        var rules = new MergeRules { UnionPaths = request.UnionPaths, Drivers = request.Drivers, Regenerate = request.Regenerate };
        try
        {
            return await PrivateGitDirectory.CreateAsync(marked, folder, request.Tip, rules, cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Git)
        {
            // The usual reason is a tip that does not exist, and that can be said better.
            await repository.ResolveAsync(request.Tip.Value, cancellationToken);
            throw;
        }
    }
}

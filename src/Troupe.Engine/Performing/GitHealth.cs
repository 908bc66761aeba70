using System.Security.Cryptography;
using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Engine;

/// <summary>
/// Tells what one patch is to blame for from what is wrong with the surroundings: a patch that git cannot take is refused,
/// a git that takes nothing pauses the sprint.
/// </summary>
internal static class GitHealth
{
    // As much as a patch may well need, and random: git writes nothing where it has the object already, and cannot compress this.
    private const int ProbeSize = 64 * 1024;

    private static readonly string[] WordsOfTheDisk =
        [": No space left on device", ": Disk quota exceeded", ": Read-only file system", ": Permission denied"];

    /// <summary>False: git's own words are about the disk, which no patch can help.</summary>
    public static bool MayBeThePatchs(TroupeException failure) => !failure.Message.Split(" / ").Any(line =>
        Array.Exists(WordsOfTheDisk, words => line.TrimEnd('.').EndsWith(words, StringComparison.Ordinal)));

    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.Git"/>: the repository takes no new objects, or weaves have no place to work in.
    /// </exception>
    public static async Task RequireAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var probe = RandomNumberGenerator.GetBytes(ProbeSize);
        await workplace.Repository.Git.RunAsync(["hash-object", "-w", "--stdin"], GitCall.Plain with { Input = probe }, cancellationToken);
        await RequireScratchAsync(workplace.State.WeavesFolder, probe, cancellationToken);
    }

    private static async Task RequireScratchAsync(string folder, byte[] probe, CancellationToken cancellationToken)
    {
        try
        {
            using var scratch = await ScratchFolder.ReserveAsync(folder, "probe");
            foreach (var place in new[] { scratch.Make(), scratch.Path }.Distinct(StringComparer.Ordinal))
            {
                await File.WriteAllBytesAsync(Path.Combine(place, "probe"), probe, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Git,
                $"Nothing can be written to '{Printable.Escape(folder)}', where patches are woven ({Printable.Escape(failure.Message)}): "
                + "see that the disk has room and that the folder may be written to.",
                failure);
        }
    }
}

using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Verification;

/// <summary>
/// Runs a command that makes lock files anew, under the same supervision and in the same environment as a verify step, in a checkout
/// that has no git directory. Of all that it writes, only the lock files that were asked for are taken.
/// </summary>
public static class LockCommand
{
    private const long LargestFile = 64 * 1024 * 1024;

    /// <exception cref="TroupeException">The tree cannot be checked out, or a log cannot be written. A command that fails is no exception.</exception>
    public static async Task<LockCommandResult> RunAsync(LockCommandRequest request, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.LogFolder);
        using var scratch = await ScratchFolder.ReserveAsync(request.ScratchFolder, request.Tree.Value[..12]);
        await TreeCheckouts.WriteAsync(new GitExecutor(request.GitDirectory, scratch.Mark(request.Environment)), request.Tree, scratch.Path, cancellationToken);
        var variables = scratch.Mark(StepEnvironment.From(request.Environment, []));
        var folders = request.Files.Select(file => Path.GetDirectoryName(file) ?? "").Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < folders.Count; i++)
        {
            var step = new VerifyStepSettings { Name = "regenerate", Command = request.Rule.Command, Timeout = request.Rule.Timeout };
            var log = Path.Combine(request.LogFolder, LogFileName.Of(i + 1, folders[i].Length == 0 ? "root" : folders[i]));
            var result = await new StepRun(step, Path.Combine(scratch.Path, folders[i]), variables, log).RunAsync(cancellationToken);
            if (!result.Passed)
            {
                return new LockCommandResult.Failed($"{result.Reason} (log: {Printable.Escape(log)})");
            }
        }

        return Take(request.Files, scratch.Path);
    }

    private static LockCommandResult Take(IReadOnlyList<string> files, string folder)
    {
        Dictionary<string, byte[]> taken = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);

            // A folder above it may have become a link that leads elsewhere.
            var content = IsBelowFolders(folder, file) && SizeOf(path) is > 0 and <= LargestFile ? Read(path) : null;
            if (content is not { Length: > 0 })
            {
                return new LockCommandResult.Failed($"ended well, but left no usable {Printable.Escape(file)}");
            }

            taken.Add(file, content);
        }

        return new LockCommandResult.Made(taken);
    }

    private static bool IsBelowFolders(string folder, string file)
    {
        for (var above = Path.GetDirectoryName(file); above is { Length: > 0 }; above = Path.GetDirectoryName(above))
        {
            if (LeftFile.KindOf(Path.Combine(folder, above)) != EntryKind.Folder)
            {
                return false;
            }
        }

        return true;
    }

    private static long SizeOf(string path) => LeftFile.KindOf(path) == EntryKind.File ? new FileInfo(path).Length : 0;

    private static byte[]? Read(string path)
    {
        try
        {
            return LeftFile.TryRead(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

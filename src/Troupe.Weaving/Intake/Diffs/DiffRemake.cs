using System.Collections.Concurrent;
using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Weaving;

/// <summary>
/// Applies diffs to the tree that they were made on, in an index of their own: <c>git apply</c> on any other tree may edit
/// the wrong one of several similar places without a word.
/// </summary>
internal sealed class DiffRemake(GitExecutor git, string scratchFolder)
{
    // Reading a large tree takes longer than anything else here, and many diffs have one base.
    private readonly ConcurrentDictionary<TreeId, Lazy<Task<string>>> _indexes = [];
    private int _count;

    /// <summary>Applies the diffs one after another.</summary>
    public async Task<Remade> ApplyAsync(TreeId fork, IReadOnlyList<ReadOnlyMemory<byte>> diffs, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(scratchFolder, $"apply-{Interlocked.Increment(ref _count)}");

        // git apply may write beside the index in some of its modes: it runs where there is nothing.
        Directory.CreateDirectory(folder);
        var call = Call(folder, Path.Combine(folder, "index"));
        File.Copy(await IndexOfAsync(fork, cancellationToken), Path.Combine(folder, "index"));
        foreach (var diff in diffs)
        {
            var result = await git.TryRunAsync(
                ["apply", "--cached", "--whitespace=nowarn", "-"], call with { Input = diff }, cancellationToken);
            if (result.ExitCode != 0)
            {
                RequireRoom(result);
                return new Remade(null, GitWords(result));
            }
        }

        var tree = await git.RunAsync(["write-tree"], call, cancellationToken);
        return new Remade(TreeId.Parse(tree.OutputText.Trim()), null);
    }

    /// <summary>Whether the tree already holds what the diffs would do.</summary>
    public async Task<bool> IsContainedAsync(TreeId tree, IReadOnlyList<ReadOnlyMemory<byte>> diffs, CancellationToken cancellationToken)
    {
        var call = Call(scratchFolder, await IndexOfAsync(tree, cancellationToken));
        foreach (var diff in diffs)
        {
            var result = await git.TryRunAsync(
                ["apply", "--cached", "--check", "--reverse", "-"], call with { Input = diff }, cancellationToken);
            if (result.ExitCode != 0)
            {
                return false;
            }
        }

        return true;
    }

    private Task<string> IndexOfAsync(TreeId tree, CancellationToken cancellationToken) =>
        _indexes.GetOrAdd(tree, _ => new Lazy<Task<string>>(() => ReadAsync(tree, cancellationToken))).Value;

    private async Task<string> ReadAsync(TreeId tree, CancellationToken cancellationToken)
    {
        var file = Path.Combine(scratchFolder, $"index-{tree}");
        await git.RunAsync(["read-tree", tree.Value], Call(scratchFolder, file), cancellationToken);
        return file;
    }

    private static GitCall Call(string folder, string index) => new()
    {
        WorkingDirectory = folder,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_INDEX_FILE"] = index },
    };

    // No fault of the patch, though git ends in the same way as where it does not apply.
    private static void RequireRoom(ProgramResult result)
    {
        if (DiskTrouble.IsIn(result.ErrorText))
        {
            throw new TroupeException(ErrorCode.Storage, $"git apply could not write: {GitWords(result)}. See that there is room and that it may be written there, then weave again.");
        }
    }

    private static string GitWords(ProgramResult result)
    {
        var lines = result.ErrorText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("error: ", "", StringComparison.Ordinal));
        return Printable.Escape(string.Join("; ", lines.Take(6)));
    }
}

using System.Text;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Finds the colliding lines of conflicts, by git's own merge of single files.</summary>
internal sealed class HunkSearch(GitExecutor git, string scratchFolder)
{
    // Each file is a process: whoever has more conflicts than this has other worries.
    private const int MaxFiles = 200;

    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<IReadOnlyList<Conflict>> AddHunksAsync(
        IReadOnlyList<Conflict> conflicts, ConflictText text, CancellationToken cancellationToken)
    {
        var results = conflicts.ToArray();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, results.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (i, token) => results[i] = i < MaxFiles
                ? await AddHunksAsync(results[i], text, i, token)
                : results[i] with { HunksAreCut = true });
        return results;
    }

    private async ValueTask<Conflict> AddHunksAsync(Conflict conflict, ConflictText text, int number, CancellationToken cancellationToken)
    {
        if (conflict.Kind is ConflictKind.Binary or ConflictKind.Submodule
            || text.Of(conflict.Base) is not { } @base || text.Of(conflict.Ours) is not { } ours || text.Of(conflict.Theirs) is not { } theirs)
        {
            return conflict with { HunksAreCut = conflict.Kind is ConflictKind.Content or ConflictKind.AddAdd };
        }

        if (conflict.Ours is null || conflict.Theirs is null)
        {
            return conflict.Base is null ? conflict : conflict with { Hunks = [ChangedLines.Of(@base, ours, theirs)] };
        }

        var reader = new HunkReader(ours);
        var hunks = reader.Read(await MergeAsync(number, @base, ours, theirs, cancellationToken));
        return conflict with { Hunks = hunks, HunksAreCut = reader.IsCut };
    }

    private async Task<string> MergeAsync(int number, string @base, string ours, string theirs, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(scratchFolder, $"hunks-{number}");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "base"), @base, Plain, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "ours"), ours, Plain, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "theirs"), theirs, Plain, cancellationToken);

        // The exit code is the number of conflicts; a failure shows as an output without markers.
        var result = await git.TryRunAsync(
            ["merge-file", "-p", "--diff3", $"--marker-size={HunkReader.MarkerSize}", "ours", "base", "theirs"],
            new GitCall { WorkingDirectory = folder },
            cancellationToken);
        return result.OutputText;
    }
}

using Troupe.Core;
using Troupe.Git;

namespace Troupe.Rehearsal.Replay;

/// <summary>Reads a whole history with one git process.</summary>
internal static class HistoryReader
{
    public static async Task<CommitGraph> ReadAsync(GitExecutor git, CommitId tip, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(HistoryFormat.Arguments(tip.Value), GitCall.Plain, cancellationToken);
        return result.Truncated
            ? throw new TroupeException(
                ErrorCode.Git, "The history is too large to read at once. Replay a shallow clone of it (git clone --depth 100000).")
            : new CommitGraph(HistoryFormat.Parse(result.OutputText));
    }
}

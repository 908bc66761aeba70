using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Merges trees by git's own merge (ORT), many in one process. The sides are made commits of their own for it: merging the
/// authors' commits would drag in the history between the fork and the tip.
/// </summary>
internal sealed class Carrier(GitExecutor git, ObjectWriter writer)
{
    private const int WorthTwoProcesses = 8;

    // Older versions of merge-tree take only commits, and take the merge base from their ancestry. All have one date, so
    // that none is older than its parents.
    private static readonly GitSignature Nobody = new(new GitIdentity("Troupe Weaver", "weaver@troupe.invalid"), DateTimeOffset.UnixEpoch);

    private readonly Dictionary<(TreeId Tree, CommitId? Parent), CommitId> _commits = [];

    /// <summary>One outcome for each, in order.</summary>
    public async Task<IReadOnlyList<MergeOutcome>> CarryAsync(IReadOnlyList<Carry> carries, CancellationToken cancellationToken)
    {
        var outcomes = new MergeOutcome[carries.Count];
        List<(int Index, CommitId Ours, CommitId Theirs)> merges = [];
        for (var i = 0; i < carries.Count; i++)
        {
            if (carries[i].Trivial is { } tree)
            {
                outcomes[i] = MergeOutcome.Clean(tree);
                continue;
            }

            var fork = Commit(carries[i].Base, null);
            merges.Add((i, Commit(carries[i].Ours, fork), Commit(carries[i].Theirs, fork)));
        }

        writer.Flush();
        await Task.WhenAll(Split(merges).Select(part => MergeAsync(part, outcomes, cancellationToken)));
        return outcomes;
    }

    private static IEnumerable<List<(int Index, CommitId Ours, CommitId Theirs)>> Split(List<(int Index, CommitId Ours, CommitId Theirs)> merges) =>
        merges.Count < WorthTwoProcesses ? [merges] : [merges[..(merges.Count / 2)], merges[(merges.Count / 2)..]];

    private async Task MergeAsync(
        List<(int Index, CommitId Ours, CommitId Theirs)> merges, MergeOutcome[] outcomes, CancellationToken cancellationToken)
    {
        if (merges.Count == 0)
        {
            return;
        }

        // Everything is written before anything is read: git before 2.49 does not flush a clean result.
        var pairs = string.Concat(merges.Select(merge => $"{merge.Ours} {merge.Theirs}\n"));
        var result = await git.RunAsync(
            ["merge-tree", "--write-tree", "--stdin"], new GitCall { Input = Encoding.ASCII.GetBytes(pairs) }, cancellationToken);
        var parsed = MergeTreeOutput.Parse(result.Output.Span);
        if (parsed.Count != merges.Count)
        {
            throw new TroupeException(ErrorCode.Git, $"git merge-tree answered {parsed.Count} of {merges.Count} merges.");
        }

        for (var i = 0; i < merges.Count; i++)
        {
            outcomes[merges[i].Index] = SideNames.Settle(parsed[i], merges[i].Ours, merges[i].Theirs);
        }
    }

    private CommitId Commit(TreeId tree, CommitId? parent)
    {
        if (!_commits.TryGetValue((tree, parent), out var commit))
        {
            commit = writer.WriteCommit(new CommitDraft
            {
                Tree = tree,
                Parents = parent is { } fork ? [fork] : [],
                Author = Nobody,
                Message = "carry",
            });
            _commits.Add((tree, parent), commit);
        }

        return commit;
    }
}

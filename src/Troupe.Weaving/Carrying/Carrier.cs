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
    private readonly Dictionary<Carry, MergeOutcome> _merged = [];

    /// <summary>One outcome for each, in order. What was merged before is not merged again: the same trees give the same.</summary>
    public async Task<IReadOnlyList<MergeOutcome>> CarryAsync(IReadOnlyList<Carry> carries, CancellationToken cancellationToken)
    {
        var unknown = carries.Where(carry => carry.Trivial is null && !_merged.ContainsKey(carry)).Distinct().ToList();
        var merges = unknown.ConvertAll(carry =>
        {
            var fork = Commit(carry.Base, null);
            return (Commit(carry.Ours, fork), Commit(carry.Theirs, fork));
        });
        if (merges.Count > 0)
        {
            writer.Flush();
            var outcomes = await MergeAsync(merges, cancellationToken);
            for (var i = 0; i < unknown.Count; i++)
            {
                _merged.Add(unknown[i], outcomes[i]);
            }
        }

        return [.. carries.Select(carry => carry.Trivial is { } tree ? MergeOutcome.Clean(tree) : _merged[carry])];
    }

    private async Task<IReadOnlyList<MergeOutcome>> MergeAsync(List<(CommitId Ours, CommitId Theirs)> merges, CancellationToken cancellationToken)
    {
        if (merges.Count < WorthTwoProcesses)
        {
            return await AskAsync(merges, cancellationToken);
        }

        // Neighbours are alike: dealt out in turn, both processes have the same work.
        var even = AskAsync([.. merges.Where((_, i) => i % 2 == 0)], cancellationToken);
        var odd = AskAsync([.. merges.Where((_, i) => i % 2 == 1)], cancellationToken);
        await Task.WhenAll(even, odd);
        var (first, second) = (await even, await odd);
        return [.. merges.Select((_, i) => (i % 2 == 0 ? first : second)[i / 2])];
    }

    private async Task<IReadOnlyList<MergeOutcome>> AskAsync(List<(CommitId Ours, CommitId Theirs)> merges, CancellationToken cancellationToken)
    {
        // Everything is written before anything is read: git before 2.49 does not flush a clean result.
        var pairs = string.Concat(merges.Select(merge => $"{merge.Ours} {merge.Theirs}\n"));
        var result = await git.RunAsync(
            ["merge-tree", "--write-tree", "--stdin"], new GitCall { Input = Encoding.ASCII.GetBytes(pairs) }, cancellationToken);
        var parsed = MergeTreeOutput.Parse(result.Output.Span);
        if (parsed.Count != merges.Count)
        {
            throw new TroupeException(ErrorCode.Git, $"git merge-tree answered {parsed.Count} of {merges.Count} merges.");
        }

        return [.. parsed.Zip(merges, (outcome, merge) => SideNames.Settle(outcome, merge.Ours, merge.Theirs))];
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

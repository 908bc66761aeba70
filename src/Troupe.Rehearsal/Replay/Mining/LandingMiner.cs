using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>Finds the landings of a history. Pure, and linear in the number of commits.</summary>
internal sealed class LandingMiner
{
    private readonly CommitGraph _graph;
    private readonly Mainline _mainline;
    private readonly List<Landing> _landings = [];
    private int _direct;
    private int _sync;
    private int _octopus;
    private int _unrelated;

    private LandingMiner(CommitGraph graph)
    {
        _graph = graph;
        _mainline = new Mainline(graph);
    }

    public static MinedHistory Mine(CommitGraph graph)
    {
        var miner = new LandingMiner(graph);
        for (var position = 1; position < miner._mainline.Length; position++)
        {
            miner.Look(position);
        }

        return new MinedHistory(
            [.. Enumerable.Range(0, miner._mainline.Length).Select(position => miner.IdOf(miner._mainline[position]))],
            miner._landings,
            new LeftOut(miner._direct, miner._sync, miner._octopus, miner._unrelated));
    }

    private void Look(int position)
    {
        var commit = _mainline[position];
        switch (_graph[commit].Parents.Count)
        {
            case 1:
                LookAtSingle(position, _graph[commit]);
                break;
            case 2:
                LookAtMerge(position, commit);
                break;
            default:
                _octopus++;
                break;
        }
    }

    private void LookAtSingle(int position, HistoryCommit commit)
    {
        if (LandingSubject.SquashedPullRequest(commit.Subject) is not { } number)
        {
            _direct++;
            return;
        }

        var fork = IdOf(_mainline[position - 1]);
        _landings.Add(new Landing(
            LandingKind.Squash, position, position - 1, fork, CommitId.Parse(commit.Id), number, commit.Author, commit.Subject));
    }

    private void LookAtMerge(int position, int commit)
    {
        var subject = _graph[commit].Subject;
        if (LandingSubject.IsSync(subject))
        {
            _sync++;
            return;
        }

        if (!_graph.IsComplete(commit) || _mainline.ForkOfMergeAt(position) is not { } fork)
        {
            _unrelated++;
            return;
        }

        var head = _graph.ParentsOf(commit)[1];
        if (head == fork)
        {
            _sync++;
            return;
        }

        _landings.Add(new Landing(
            LandingKind.Merge, position, _mainline.ReachedAt(fork), IdOf(fork), IdOf(head),
            LandingSubject.MergedPullRequest(subject), _graph[head].Author, subject));
    }

    private CommitId IdOf(int commit) => CommitId.Parse(_graph[commit].Id);
}

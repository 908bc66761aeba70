using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>Commits of a mainline with branches that leave it, take it in and are merged into it; the merges keep, of each file, either side or neither.</summary>
internal sealed class RandomHistory
{
    private static readonly string[] Files = ["a", "d/b", "d/c", "d/e/f", "ö", "two\nlines"];

    private readonly Random _random;
    private readonly ObjectWriter _writer;
    private readonly List<Made> _commits = [];
    private DateTimeOffset _time = GitSandbox.Time;

    public RandomHistory(GitSandbox sandbox, int seed, int count)
    {
        _random = new Random(seed);
        _writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var (main, branch) = (Commit([]), -1);
        while (_commits.Count < count)
        {
            switch (_random.Next(6))
            {
                case 0:
                    branch = Commit([main]);
                    break;
                case 1 when branch >= 0:
                    branch = Commit([branch]);
                    break;
                case 2 when branch >= 0:
                    branch = Commit([branch, main]);
                    break;
                case 3 when branch >= 0:
                    (main, branch) = (Commit([main, branch]), -1);
                    break;
                default:
                    main = Commit([main]);
                    break;
            }
        }

        Tip = _commits[main].Name;
    }

    public CommitId Tip { get; }

    /// <summary>
    /// Where a merge of the range took in something from before the fork, git's answer depends on the times of commits that have nothing to do with it:
    /// such forks are no measure.
    /// </summary>
    public IEnumerable<CommitId> Forks()
    {
        var ofTip = Ancestry(_commits.FindIndex(commit => commit.Name == Tip));
        foreach (var fork in Enumerable.Range(0, _commits.Count))
        {
            var known = Ancestry(fork);
            if (ofTip.Except(known).All(commit => _commits[commit].Parents is not { Length: 2 } parents || !parents.Any(parent => parent != fork && known.Contains(parent))))
            {
                yield return _commits[fork].Name;
            }
        }
    }

    public IReadOnlyList<string> SomePaths() =>
        _random.Next(4) switch
        {
            0 => ["d"],
            1 => [Any(), Any()],
            2 => [Any(), "never there"],
            _ => [Any()],
        };

    private string Any() => Files[_random.Next(Files.Length)];

    private int Commit(int[] parents)
    {
        var files = parents.Length == 0 ? Snapshot.Empty.With("d/c", "start") : Merged(parents);
        for (var edits = _random.Next(parents.Length == 2 ? 2 : 3); edits > 0; edits--)
        {
            files = _random.Next(4) == 0 ? files.Without(Any()) : files.With(Any(), $"{_random.Next(3)}");
        }

        _time = _time.AddSeconds(_random.Next(1, 3));
        _commits.Add(new Made(_writer.WriteCommit(new CommitDraft
        {
            Tree = files.Write(_writer),
            Parents = [.. parents.Select(parent => _commits[parent].Name)],
            Author = GitSandbox.Author,
            Committer = new GitSignature(GitSandbox.Author.Identity, _time),
            Message = $"Commit {_commits.Count}",
        }), parents, files));
        return _commits.Count - 1;
    }

    private Snapshot Merged(int[] parents)
    {
        var files = Snapshot.Empty;
        foreach (var path in Files)
        {
            if (_commits[parents[_random.Next(parents.Length)]].Files.Files.TryGetValue(path, out var file))
            {
                files = files.With(path, file);
            }
        }

        return files;
    }

    private HashSet<int> Ancestry(int commit)
    {
        HashSet<int> seen = [];
        Stack<int> open = new([commit]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                Array.ForEach(_commits[next].Parents, open.Push);
            }
        }

        return seen;
    }

    private sealed record Made(CommitId Name, int[] Parents, Snapshot Files);
}

using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.History;

public sealed class HistorySearchTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", "1\n"), ("d/b", "1\n"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task FindAsync_RandomHistory_NamesWhatGitLogNames(int seed) => NamesWhatGitLogNamesAsync(seed, 12);

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task FindAsync_ManyRandomHistories_NamesWhatGitLogNames()
    {
        for (var seed = 100; seed < 100 + Stress.Times(20); seed++)
        {
            await NamesWhatGitLogNamesAsync(seed, 40);
        }
    }

    [Fact]
    public async Task FindAsync_ManyQuestions_TakeAsManyProcessesAsTwo()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        List<CommitId> commits = [scene.Base];
        for (var i = 0; i < 40; i++)
        {
            commits.Add(scene.Commit(Start.With($"f{i}", "1\n"), commits[^1], $"Commit {i}"));
        }

        var few = await ProcessesAsync(scene, commits, 2);
        var many = await ProcessesAsync(scene, commits, 40);
        many.ShouldBe(few);
        many.Distinct(StringComparer.Ordinal).ShouldBe(["merge-base", "rev-list", "diff-tree", "log"]);
        many.Count.ShouldBe(4);
    }

    [Fact]
    public async Task FindAsync_PathThatIsNoUnicode_IsFound()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With("d/\uDCFF", "1\n"));
        var tip = scene.Commit(scene.Start.With("d/\uDCFF", "2\n"), scene.Commit(scene.Start.With("d/b", "2\n"), scene.Base, "Other"), "It");
        var found = await new HistorySearch(scene.Sandbox.Git, tip, _ => scene.Base).FindAsync([new HistoryQuestion(0, ["d/\uDCFF"])], Token);
        found[0].ShouldHaveSingleItem().Subject.ShouldBe("It");
    }

    [Fact]
    public async Task FindAsync_MorePathsThanArgumentsMayHold_AreFound()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.With("d/b", "2\n"), scene.Base, "It");
        var paths = Enumerable.Range(0, 2000).Select(i => $"{new string('x', 200)}/{i}").Append("d/b").ToList();
        var found = await new HistorySearch(scene.Sandbox.Git, tip, _ => scene.Base).FindAsync([new HistoryQuestion(0, paths)], Token);
        found[0].ShouldHaveSingleItem().Subject.ShouldBe("It");
    }

    [Fact]
    public async Task FindAsync_ForksWithoutCommonHistory_NamesTheFirstCommitToo()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var stranger = scene.Commit(Start.With("z", "1\n"), null, "Stranger");
        var tip = scene.Commit(Start.With("a", "2\n"), scene.Base, "Tip");
        var found = await new HistorySearch(scene.Sandbox.Git, tip, patch => patch == 0 ? stranger : scene.Base)
            .FindAsync([new HistoryQuestion(0, ["a"]), new HistoryQuestion(1, ["a"]), new HistoryQuestion(1, ["z"])], Token);
        found.Select(list => list.Select(commit => commit.Subject)).ShouldBe([["Tip", "Start"], ["Tip"], []]);
    }

    [Fact]
    public async Task FindAsync_ForkAtOrAheadOfTheTip_NamesNothing()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var ahead = scene.Commit(Start.With("a", "2\n"), scene.Base, "Ahead");
        var found = await new HistorySearch(scene.Sandbox.Git, scene.Base, patch => patch == 0 ? ahead : scene.Base)
            .FindAsync([new HistoryQuestion(0, ["a"]), new HistoryQuestion(1, ["a"])], Token);
        found.ShouldAllBe(list => list.Count == 0);
    }

    private static async Task NamesWhatGitLogNamesAsync(int seed, int most)
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var history = new RandomHistory(sandbox, seed, 40);
        var forks = history.Forks().Take(most).ToList();
        var questions = forks.Select((_, patch) => new HistoryQuestion(patch, history.SomePaths())).ToList();
        var found = await new HistorySearch(sandbox.Git, history.Tip, patch => forks[patch]).FindAsync(questions, Token);
        for (var i = 0; i < questions.Count; i++)
        {
            var paths = questions[i].Paths;
            var log = await sandbox.GitAsync(
                ["log", "--max-count=3", "--format=%h", "--abbrev=12", $"{forks[i]}..{history.Tip}", "--", .. paths.Select(path => ":(literal,top)" + path)]);
            found[i].Select(commit => commit.Label).ShouldBe(
                log.Split('\n', StringSplitOptions.RemoveEmptyEntries), $"seed {seed}, {forks[i]}..{history.Tip}, {string.Join(" ", paths)}");
        }

        questions.Count.ShouldBeGreaterThan(3);
    }

    // The commands that the search gave to git, in order.
    private static async Task<IReadOnlyList<string>> ProcessesAsync(WeaveScene scene, IReadOnlyList<CommitId> commits, int count)
    {
        var log = scene.Sandbox.Beside($"log{count}");
        var path = scene.Sandbox.Environment["PATH"];
        Script.Write(
            Path.Combine(scene.Sandbox.Beside($"bin{count}"), "git"),
            $"for word; do case $word in -c|core.*) ;; *) break ;; esac; done\necho \"$word\" >>'{log}'\nPATH='{path}' exec git \"$@\"");
        var environment = new Dictionary<string, string>(scene.Sandbox.Environment, StringComparer.Ordinal)
        {
            ["PATH"] = $"{scene.Sandbox.Beside($"bin{count}")}:{path}",
        };
        var found = await new HistorySearch(new GitExecutor(scene.Sandbox.GitDirectory, environment), commits[^1], patch => commits[patch])
            .FindAsync([.. Enumerable.Range(0, count).Select(patch => new HistoryQuestion(patch, [$"f{patch}"]))], Token);
        found.ShouldAllBe(list => list.Count > 0);
        return await File.ReadAllLinesAsync(log, Token);
    }
}

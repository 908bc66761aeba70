using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Regenerating;

/// <summary>Lock files keep nothing from landing where a command can make them anew, and cost nothing where it cannot.</summary>
public sealed class LockFileTests
{
    private static readonly Snapshot Start = Snapshot.Of(
        ("lib/deps", Snapshot.Lines(9)), ("lib/lock", "tip\n"), ("src.txt", Snapshot.Lines(9)));

    [Fact]
    public async Task WeaveAsync_TwoPatchesThatChangeALockFile_LandBothWithWhatTheCommandMakes()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository);
        await using var weave = await scene.WeaveAsync(Request(scene, regenerator, First(scene), Second(scene)));

        weave.Order.ShouldBe(["first", "second"]);
        var made = "made of eins line 2 line 3 line 4 line 5 line 6 line 7 line 8 zwei with first ";
        weave.Tree.ShouldBe(scene.Tree(Start.With("lib/deps", "eins\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline 8\nzwei\n").With("lib/lock", made)));
        var file = weave.LockFiles.ShouldHaveSingleItem();
        (file.Path, file.State).ShouldBe(("lib/lock", LockFileState.Regenerated));
        file.Patches.ShouldBe([1]);
        weave.Results[1].Remark.ShouldBe("Others change lib/lock too: 'make lock' made it anew from all that landed.");
        weave.Results[1].Paths.ShouldBe(["lib/deps", "lib/lock"]);
    }

    [Fact]
    public async Task WeaveAsync_RegeneratedLockFile_IsACommitOfTheWeaversOnTopOfThePatches()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(Request(scene, new FakeRegenerator(scene.Repository), First(scene), Second(scene)));

        var log = await weave.Git.RunAsync(["log", "--format=%an|%s|%(trailers:key=Troupe-Regenerated,valueonly,separator=%x2C)", $"{scene.Base}..{weave.Head}"], GitCall.Plain, TestContext.Current.CancellationToken);
        log.OutputText.ShouldBe("Troupe Weaver|Regenerate lib/lock|lib/lock\nsecond|Work of second|\nfirst|Work of first|\n");
        (await ShowAsync(weave, $"{weave.Head}^{{tree}}", null)).ShouldBe(weave.Tree.Value);
        (await ShowAsync(weave, $"{weave.Head}~2", "lib/lock")).ShouldBe("first\n");
        (await ShowAsync(weave, $"{weave.Head}~1", "lib/lock")).ShouldBe("first\n");
    }

    [Fact]
    public async Task WeaveAsync_CommandThatFails_MakesTheLockFileAnOrdinaryConflictWithTheReason()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository) { Failure = "ended with exit code 7" };
        await using var weave = await scene.WeaveAsync(Request(scene, regenerator, First(scene), Second(scene)));
        await using var plain = await scene.WeaveAsync(First(scene), Second(scene));

        weave.Results.Select(result => result.Outcome).ShouldBe([PatchOutcome.Landed, PatchOutcome.Conflicted]);
        weave.Results[1].Conflicts.ShouldHaveSingleItem().Path.ShouldBe("lib/lock");
        weave.Results[1].Reason!.ShouldEndWith("lib/lock could not be made anew: 'make lock' ended with exit code 7.");
        (weave.Tree, weave.Head).ShouldBe((plain.Tree, plain.Head));
        weave.LockFiles.ShouldHaveSingleItem().State.ShouldBe(LockFileState.Failed);
    }

    [Fact]
    public async Task WeaveAsync_OnePatchAlone_KeepsItsLockFileAndRunsNothing()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository);
        await using var weave = await scene.WeaveAsync(Request(scene, regenerator, First(scene), scene.Patch("other", s => s.With("new.txt", "n\n"))));

        regenerator.Requests.ShouldBeEmpty();
        (await ShowAsync(weave, weave.Tree.Value, "lib/lock")).ShouldBe("first\n");
    }

    [Fact]
    public async Task WeaveAsync_OtherWhichDoesNotLand_LeavesTheLockFileOfWhoDoes()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository);
        await using var weave = await scene.WeaveAsync(Request(
            scene, regenerator, First(scene), scene.Patch("second", s => s.Edited("lib/deps", "line 1\n", "uno\n").With("lib/lock", "second\n"))));

        weave.Order.ShouldBe(["first"]);
        regenerator.Requests.ShouldBeEmpty();
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("lib/deps", "line 1\n", "eins\n").With("lib/lock", "first\n")));
        weave.Results[1].Conflicts.ShouldHaveSingleItem().Path.ShouldBe("lib/deps");
    }

    [Fact]
    public async Task WeaveAsync_LockFileMadeByHand_IsWhatTheCommandStartsFrom()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var byHand = scene.Patch("hand", s => s.With("lib/lock", "by hand\n"));
        await using var weave = await scene.WeaveAsync(Request(scene, new FakeRegenerator(scene.Repository), First(scene), byHand));

        weave.Order.ShouldBe(["first", "hand"]);
        (await ShowAsync(weave, weave.Tree.Value, "lib/lock")).ShouldEndWith("with by hand ");
    }

    [Fact]
    public async Task WeaveAsync_TwoLockFilesMadeByHand_CollideAsEver()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository);
        await using var weave = await scene.WeaveAsync(Request(
            scene, regenerator, scene.Patch("one", s => s.With("lib/lock", "one\n")), scene.Patch("two", s => s.With("lib/lock", "two\n"))));

        weave.Results[1].Outcome.ShouldBe(PatchOutcome.Conflicted);
        regenerator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task WeaveAsync_TipThatChangedTheLockFileSince_MakesItAnewForOnePatch()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("lib/deps", "line 5\n", "tip\n").With("lib/lock", "moved\n"), scene.Base, "Move on");
        await using var weave = await scene.WeaveAsync(Request(scene, new FakeRegenerator(scene.Repository), First(scene)) with { Tip = tip });

        weave.Order.ShouldBe(["first"]);
        (await ShowAsync(weave, weave.Tree.Value, "lib/lock")).ShouldBe("made of eins line 2 line 3 line 4 tip line 6 line 7 line 8 line 9 with moved ");
    }

    [Fact]
    public async Task WeaveAsync_Plan_RunsNothingAndSaysWhatWillBeMade()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(Request(scene, null, First(scene), Second(scene)));

        weave.Order.ShouldBe(["first", "second"]);
        weave.LockFiles.ShouldHaveSingleItem().State.ShouldBe(LockFileState.Planned);
        weave.Results[1].Remark.ShouldBe("Others change lib/lock too: 'make lock' will make it anew from all that lands.");
    }

    [Fact]
    public async Task WeaveAsync_SameRequestAgain_AsksByTheSameKeyAndGivesTheSameCommit()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository);
        var request = Request(scene, regenerator, First(scene), Second(scene));
        await using var weave = await scene.WeaveAsync(request);
        await using var again = await scene.WeaveAsync(request);
        await using var later = await scene.WeaveAsync(request with { CommitTime = request.CommitTime.AddDays(1) });

        again.Head.ShouldBe(weave.Head);
        regenerator.Requests.Select(asked => asked.Key).Distinct().Count().ShouldBe(2);
        regenerator.Requests[1].Key.ShouldBe(regenerator.Requests[0].Key);
    }

    [Fact]
    public async Task WeaveAsync_LinkInPlaceOfTheLockFile_IsNeverWrittenThrough()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var regenerator = new FakeRegenerator(scene.Repository);
        await using var weave = await scene.WeaveAsync(Request(
            scene, regenerator, scene.Patch("link", s => s.With("lib/lock", FileState.Link("../../out"))), First(scene), Second(scene)));

        regenerator.Requests.ShouldBeEmpty();
        weave.Results.Count(result => result.Outcome == PatchOutcome.Landed).ShouldBeGreaterThan(0);
    }

    private static WeavePatch First(WeaveScene scene) => scene.Patch("first", s => s.Edited("lib/deps", "line 1\n", "eins\n").With("lib/lock", "first\n"));

    private static WeavePatch Second(WeaveScene scene) => scene.Patch("second", s => s.Edited("lib/deps", "line 9\n", "zwei\n").With("lib/lock", "second\n"));

    private static WeaveRequest Request(WeaveScene scene, FakeRegenerator? regenerator, params WeavePatch[] patches) => scene.Request(patches) with
    {
        Order = WeaveOrder.Fifo,
        Regenerate = [new RegenerationSettings { Paths = ["lock"], Inputs = ["deps"], Command = ["make", "lock"], Timeout = TimeSpan.FromSeconds(10) }],
        Regenerator = regenerator,
    };

    private static async Task<string> ShowAsync(Weave weave, string tree, string? path) =>
        (await weave.Git.RunAsync(path is null ? ["rev-parse", tree] : ["show", $"{tree}:{path}"], GitCall.Plain, TestContext.Current.CancellationToken))
            .OutputText is var text && path is null ? text.Trim() : text;
}

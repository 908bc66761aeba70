using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

/// <summary>A merge driver of the settings decides where it works, and lands nothing where it does not.</summary>
public sealed class MergeDriverTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a.list", Snapshot.Lines(9)), ("b.txt", Snapshot.Lines(9)));

    [Fact]
    public async Task WeaveAsync_DriverThatMergesWhatGitCannot_LandsItsResult()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await CollidingAsync(scene, Driver("cat \"$2\" > x; tail -n 1 \"$3\" >> x; mv x \"$2\""));
        weave.Order.ShouldBe(["first", "second"]);
        (await ShowAsync(weave, "a.list")).ShouldEndWith("eins\nzwei\n");
    }

    [Fact]
    public async Task WeaveAsync_Driver_GetsThePathAndOnlyItsOwnFiles()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Request(
            scene.Patch("first", s => s.Edited("a.list", "line 9\n", "eins\n").Edited("b.txt", "line 9\n", "eins\n")),
            scene.Patch("second", s => s.Edited("a.list", "line 9\n", "zwei\n")),
            scene.Patch("third", s => s.Edited("b.txt", "line 9\n", "drei\n"))) with
        {
            Drivers = [Driver("printf '%s\\n' \"$4\" > \"$2\"")],
        });
        weave.Order.ShouldBe(["first", "second"]);
        (await ShowAsync(weave, "a.list")).ShouldBe("a.list\n");
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("kill -9 $$")]
    [InlineData("exit 200")]
    [InlineData("echo '<<<<<<< ours' > \"$2\"; exit 0")]
    [InlineData(": > \"$2\"; exit 0")]
    [InlineData("rm \"$2\"; exit 0")]
    [InlineData("echo rubbish > \"$2\"; exit 3")]
    public async Task WeaveAsync_DriverThatFails_LeavesItToGit(string script)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using (var colliding = await CollidingAsync(scene, Driver(script)))
        {
            colliding.Results.Select(result => result.Outcome).ShouldBe([PatchOutcome.Landed, PatchOutcome.Conflicted]);
            (await ShowAsync(colliding, "a.list")).ShouldEndWith("line 8\neins\n");
        }

        await using var apart = await scene.WeaveAsync(scene.Request(
            scene.Patch("first", s => s.Edited("a.list", "line 1\n", "eins\n")), scene.Patch("second", s => s.Edited("a.list", "line 9\n", "zwei\n"))) with
        {
            Drivers = [Driver(script)],
        });
        apart.Tree.ShouldBe(scene.Tree(Start.Edited("a.list", "line 1\n", "eins\n").Edited("a.list", "line 9\n", "zwei\n")));
    }

    [Fact]
    public async Task WeaveAsync_DriverThatHangs_IsEndedAndLeavesItToGit()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await CollidingAsync(scene, Driver("while :; do sleep 0.1; done") with { Timeout = TimeSpan.FromSeconds(1) });
        weave.Results[1].Outcome.ShouldBe(PatchOutcome.Conflicted);
    }

    [Fact]
    public async Task WeaveAsync_Driver_CarriesTheNameOfTheWeavesFolder()
    {
        // It can run for long: when the weave is killed, whoever clears its folder away has to find it.
        using var scene = await WeaveScene.CreateAsync(Start);
        var seen = scene.Sandbox.Beside("seen");
        await using var weave = await CollidingAsync(scene, Driver($"echo \"$TROUPE_SCRATCH_FOLDER\" > {seen}; cp \"$3\" \"$2\""));
        var folder = (await File.ReadAllTextAsync(seen, TestContext.Current.CancellationToken)).Trim();
        Path.GetFileName(folder).ShouldStartWith($"weave.{Environment.ProcessId}-");
    }

    [Fact]
    public async Task WeaveAsync_DriverThatPrintsAndReads_DoesNotDisturbTheOtherMerges()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await CollidingAsync(scene, Driver("echo noise; echo noise >&2; cat > /dev/null; cp \"$3\" \"$2\""));
        weave.Order.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task WeaveAsync_AttributesThatNameADriverOfTheUsersConfiguration_MergeAsText()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With(".gitattributes", "*.list merge=mine\n"));
        await scene.Sandbox.GitAsync("config", "merge.mine.driver", "cp %B %A");
        await using var weave = await CollidingAsync(scene);
        weave.Results[1].Outcome.ShouldBe(PatchOutcome.Conflicted);
    }

    [Fact]
    public async Task WeaveAsync_AttributesOfTheTipThatNameADriverOfTheSettings_UseIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With(".gitattributes", "*.list merge=mine\n"));
        await using var weave = await CollidingAsync(scene, Driver("cp \"$3\" \"$2\"") with { Paths = [] });
        (await ShowAsync(weave, "a.list")).ShouldEndWith("line 8\nzwei\n");
    }

    [Theory]
    [InlineData("union")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task WeaveAsync_DriverWithAnImpossibleName_IsRefused(string name)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var refusal = await Should.ThrowAsync<TroupeException>(() => CollidingAsync(scene, Driver("true") with { Name = name }));
        refusal.Code.ShouldBe(ErrorCode.InvalidSettings);
    }

    private static MergeDriverSettings Driver(string script) => new()
    {
        Name = "mine", Paths = ["*.list"], Command = ["sh", "-c", script, "it's", "%O", "%A", "%B", "%P"], Timeout = TimeSpan.FromSeconds(10),
    };

    private static Task<Weave> CollidingAsync(WeaveScene scene, params MergeDriverSettings[] drivers) => scene.WeaveAsync(scene.Request(
        scene.Patch("first", s => s.Edited("a.list", "line 9\n", "eins\n")), scene.Patch("second", s => s.Edited("a.list", "line 9\n", "zwei\n"))) with
    {
        Drivers = drivers,
    });

    private static async Task<string> ShowAsync(Weave weave, string path) =>
        (await weave.Git.RunAsync(["show", $"{weave.Tree}:{path}"], Git.GitCall.Plain, TestContext.Current.CancellationToken)).OutputText;
}

using Troupe.Core;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class SprintBaseTests
{
    private const string Last = "troupe/sprint-7";

    [Fact]
    public async Task TargetAsync_Unset_IsTheBranchOfHead()
    {
        using var sandbox = await Scene.RepositoryAsync();
        (await SprintBase.TargetAsync(await Scene.OpenAsync(sandbox), Scene.Token)).ShouldBe("main");
    }

    [Fact]
    public async Task TargetAsync_DetachedHead_SaysWhatToDo()
    {
        using var sandbox = await Scene.RepositoryAsync();
        await sandbox.GitAsync("checkout", "--quiet", "--detach");
        var workplace = await Scene.OpenAsync(sandbox);
        var failure = await Should.ThrowAsync<TroupeException>(() => SprintBase.TargetAsync(workplace, Scene.Token));
        failure.Code.ShouldBe(ErrorCode.NotFound);
        failure.Message.ShouldContain("check out a branch");
    }

    [Fact]
    public async Task FindAsync_FirstSprint_IsTheTarget()
    {
        using var sandbox = await Scene.RepositoryAsync();
        (await FindAsync(sandbox, last: null)).ShouldBe(await sandbox.GitAsync("rev-parse", "main"));
    }

    [Fact]
    public async Task FindAsync_LastSprintWentOnFromTheTarget_IsItsBranch()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var tip = await LandAsync(sandbox);
        (await FindAsync(sandbox)).ShouldBe(tip);
    }

    [Fact]
    public async Task FindAsync_LastSprintLandedNothing_IsTheBaseThatItHad()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var tip = await LandAsync(sandbox);
        await sandbox.GitAsync("branch", "--quiet", "-m", Last, "an-earlier-sprint");
        var last = Scene.Begun();
        last = last with { Start = last.Start with { Base = CommitId.Parse(tip) } };

        (await FindAsync(sandbox, last)).ShouldBe(tip);
    }

    [Fact]
    public async Task FindAsync_LastSprintWasMerged_IsTheTarget()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var tip = await LandAsync(sandbox);
        await sandbox.GitAsync("merge", "--quiet", "--ff-only", Last);
        (await FindAsync(sandbox)).ShouldBe(tip);
        var ahead = await sandbox.CommitAsync("Ahead", ("b.txt", "1\n"));
        (await FindAsync(sandbox)).ShouldBe(ahead);
    }

    [Fact]
    public async Task FindAsync_TargetWentItsOwnWay_IsTheTarget()
    {
        using var sandbox = await Scene.RepositoryAsync();
        await LandAsync(sandbox);
        var own = await sandbox.CommitAsync("Own", ("c.txt", "1\n"));
        (await FindAsync(sandbox)).ShouldBe(own);
    }

    [Fact]
    public async Task FindAsync_Wished_IsThatAndNothingElse()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var start = await sandbox.GitAsync("rev-parse", "main");
        await LandAsync(sandbox);
        (await FindAsync(sandbox, wished: "main~0")).ShouldBe(start);
        (await Should.ThrowAsync<TroupeException>(() => FindAsync(sandbox, wished: "nowhere"))).Code.ShouldBe(ErrorCode.NotFound);
    }

    private static async Task<string> LandAsync(GitSandbox sandbox)
    {
        await sandbox.GitAsync("checkout", "--quiet", "-b", Last);
        var tip = await sandbox.CommitAsync("Landed", ("landed.txt", "1\n"));
        await sandbox.GitAsync("checkout", "--quiet", "main");
        return tip;
    }

    private static Task<string> FindAsync(GitSandbox sandbox, string? wished = null) => FindAsync(sandbox, Scene.Begun(), wished);

    private static async Task<string> FindAsync(GitSandbox sandbox, SprintState? last, string? wished = null) =>
        (await SprintBase.FindAsync(await Scene.OpenAsync(sandbox), last, "main", wished, Scene.Token)).Commit.Value;
}

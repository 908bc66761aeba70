namespace Troupe.EndToEnd;

/// <summary>Real sprints, one after another, on a repository that somebody works in.</summary>
public sealed class BackToBackTests
{
    [Fact]
    public async Task Run_SecondSprint_StartsFromTheFirstOnesBranchAlsoFromALinkedWorktree()
    {
        using var stage = await ScriptedTeam.Writers.StageAsync();
        var start = await stage.GitAsync("rev-parse", "main");
        await stage.GitAsync("worktree", "add", "--quiet", "-b", "side", stage.Beside("linked"));

        var first = await stage.SprintAsync("sprint", "run");
        var second = Sprints.Read(await stage.RunInAsync(stage.Beside("linked"), "sprint", "run", "--json"));

        first.Text("base").ShouldBe(start);
        first.Texts("landed").Length.ShouldBe(8);
        second.Number("sprint").ShouldBe(2);
        second.Text("base").ShouldBe(await stage.GitAsync("rev-parse", "troupe/sprint-1"));
        second.Texts("landed").Length.ShouldBe(8);
        (await stage.GitAsync("show", "troupe/sprint-2:pages/fern.md")).ShouldBe("# fern\nsprint 1\nsprint 2");
        (await stage.GitAsync("rev-list", "--count", "main..troupe/sprint-2")).ShouldBe("16");
        (await stage.GitAsync("log", "-1", "--format=%s", "--author=ada", "troupe/sprint-2")).ShouldBe("A line by ada");
        new SprintTraces(stage).Of("patch_landed").Count().ShouldBe(16);
    }

    [Fact]
    public async Task Run_DirtyCheckout_LeavesEverythingOfTheUsersAsItWas()
    {
        using var stage = await ScriptedTeam.Writers.StageAsync();
        await File.AppendAllTextAsync(Path.Combine(stage.Repository, "README.md"), "Stashed.\n", TestContext.Current.CancellationToken);
        await stage.GitAsync("stash", "push", "--quiet");
        await stage.GitAsync("branch", "mine");
        await File.AppendAllTextAsync(Path.Combine(stage.Repository, "pages/ada.md"), "Staged.\n", TestContext.Current.CancellationToken);
        await stage.GitAsync("add", "pages/ada.md");
        await File.AppendAllTextAsync(Path.Combine(stage.Repository, "pages/bert.md"), "Not staged.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(stage.Repository, "new.txt"), "Untracked.\n", TestContext.Current.CancellationToken);
        var before = await UsersThings.OfAsync(stage);

        var sprint = await stage.SprintAsync("sprint", "run");

        sprint.Texts("landed").Length.ShouldBe(8);
        (await UsersThings.OfAsync(stage)).ShouldBe(before);
        (await stage.GitAsync("show", "troupe/sprint-1:pages/ada.md")).ShouldBe("# ada\nsprint 1");
    }

    [Fact]
    public async Task Run_Cycle_TakesOneTickForEveryPersona()
    {
        using var stage = await ScriptedTeam.Writers.StageAsync();

        var sprint = await stage.SprintAsync("sprint", "run", "--mode", "cycle");

        sprint.Text("mode").ShouldBe("sequential");
        sprint.Number("ticks").ShouldBe(8);
        sprint.Texts("landed").Length.ShouldBe(8);
        var requests = new SprintTraces(stage).Of("session_requested").Select(request => request.Text("base"));
        requests.Distinct(StringComparer.Ordinal).Count().ShouldBe(8);
    }
}

namespace Troupe.EndToEnd;

/// <summary>A sprint that is to move the branch that somebody stands on.</summary>
public sealed class TargetTests
{
    [Fact]
    public async Task Run_TargetCheckedOut_SaysThatItWasNotMovedAndWhatToRun()
    {
        var team = ScriptedTeam.Writers with { Personas = ["ada", "bert"], Sprint = "land = \"target\"" };
        using var stage = await team.StageAsync();
        var before = await stage.GitAsync("rev-parse", "main");

        var run = await stage.RunAsync("sprint", "run");

        run.ExitCode.ShouldBe(1);
        (await stage.GitAsync("rev-parse", "main")).ShouldBe(before);
        run.ErrorText.ShouldContain("main was not moved: main is checked out in");
        run.ErrorText.ShouldNotContain("again");
        run.OutputText.ShouldContain("target   main was not moved by the sprint: main is checked out in");
        run.OutputText.ShouldContain("next     git merge --ff-only troupe/sprint-1 ");
        await stage.GitAsync("merge", "--ff-only", "troupe/sprint-1");
        (await stage.GitAsync("show", "main:pages/ada.md")).ShouldBe("# ada\nsprint 1");
    }
}

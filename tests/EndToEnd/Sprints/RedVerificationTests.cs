namespace Troupe.EndToEnd;

/// <summary>A verify command that says no, or nothing: the culprit is found, the rest lands.</summary>
public sealed class RedVerificationTests
{
    private static readonly ScriptedTeam Team = new()
    {
        Personas = ["ada", "bert", "culprit", "dora"],
        Sprint = "max_attempts = 1",
        Script = """
            echo line >>"pages/$TROUPE_PERSONA.md"
            [ "$TROUPE_PERSONA" != culprit ] || echo broken >broken.txt
            """,
    };

    [Theory]
    [InlineData("! test -e broken.txt", "ended with exit code")]
    [InlineData("if test -e broken.txt; then setsid sleep 1000 & sleep 1000; fi", "did not end within")]
    public async Task Run_OnePatchIsBad_TheOthersLandAndItsPersonaIsTold(string check, string words)
    {
        var team = Team with
        {
            Tables = $"""
                [[weaver.verify]]
                name = "check"
                command = ["sh", "-c", "{check}"]
                timeout = "2s"
                """,
        };
        using var stage = await team.StageAsync();

        var run = await stage.RunAsync("sprint", "run", "--json");

        var sprint = Sprints.Read(run, exitCode: 1);
        sprint.Texts("landed").ShouldBe(["ada", "bert", "dora"], ignoreOrder: true);
        sprint.Texts("skipped").ShouldBe(["culprit"]);
        sprint.Text("fallback").ShouldContain("is red");
        run.ErrorText.ShouldContain($"verification FAILED: the step 'check' {words}");
        var traces = new SprintTraces(stage);
        traces.Letters.Where(letter => letter.Text("subject") == "Your change did not land: verification failed")
            .ShouldHaveSingleItem().GetProperty("body").ToString().ShouldContain($"Verification failed: the step 'check' {words}");
        await traces.NothingIsLeftOverAsync();
        (await stage.GitAsync("show", "refs/troupe/sprint-1/culprit:broken.txt")).ShouldBe("broken");
    }
}

using System.Text.Json;
using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Sprints;

public sealed class SprintOutputTests
{
    [Theory]
    [InlineData("show.json", "sprint", "show", "--json")]
    [InlineData("show.txt", "sprint", "show", "1")]
    [InlineData("status.txt", "sprint", "status")]
    [InlineData("list.json", "sprint", "list", "--json")]
    [InlineData("list.txt", "sprint", "list")]
    [InlineData("plan.json", "sprint", "plan", "--json", "--mode", "parallel")]
    [InlineData("plan.txt", "sprint", "plan", "--mode", "parallel")]
    [InlineData("tick.json", "schedule", "tick", "--dry-run", "--json", "--mode", "parallel")]
    [InlineData("tick.txt", "schedule", "tick", "--dry-run", "--mode", "parallel")]
    public async Task Output_OfAFinishedSprint_IsAsTheGoldenFileHasIt(string golden, params string[] arguments)
    {
        using var told = await ToldSprint.CreateAsync();

        var run = await told.RunAsync(arguments);

        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        Golden.Check($"sprint-{golden}", told.Stable(run.Output));
        run.Output.Split('\n').ShouldAllBe(line => line.Length <= 100 || line.StartsWith('{') || line.Contains("log ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_WhatIsReserved_IsShown()
    {
        using var told = await ToldSprint.CreateAsync();
        (await told.RunAsync("mail", "reserve", "src/parser", "--persona", "bolt", "--reason", "new lexer")).ExitCode.ShouldBe(0);

        (await told.RunAsync("sprint", "plan")).Output.ShouldMatch("\nheld    bolt until .* UTC: src/parser \\(new lexer\\)\n");
        (await told.RunAsync("sprint", "plan", "--json")).Json.GetProperty("reservations")[0].GetProperty("path").GetString().ShouldBe("src/parser");
    }

    [Fact]
    public async Task Status_Json_IsTheReportOfShow()
    {
        using var told = await ToldSprint.CreateAsync();

        (await told.RunAsync("sprint", "status", "--json")).Output.ShouldBe((await told.RunAsync("sprint", "show", "--json")).Output);
    }

    [Fact]
    public async Task Show_TargetLeftBehind_SaysWhyAndWhatToDo()
    {
        using var told = await ToldSprint.CreateAsync(targetFailure: "main is checked out in '/home/ann/work', and a branch is never moved under a checkout.");

        var shown = await told.RunAsync("sprint", "show");

        shown.Output.ShouldContain("target   main was not moved by the sprint: main is checked out in");
        shown.Output.ShouldContain("next     git merge --ff-only troupe/sprint-1 ");
    }

    [Fact]
    public async Task Show_WorkThatWasTakenOver_HasNoNextStepForIt()
    {
        using var told = await ToldSprint.CreateAsync();
        await told.Sandbox.GitAsync("merge", "--quiet", "--ff-only", told.Branch);

        var shown = await told.RunAsync("sprint", "show", "--json");

        shown.Json.GetProperty("target").GetProperty("merge").ValueKind.ShouldBe(JsonValueKind.Null);
        (await told.RunAsync("sprint", "show")).Output.ShouldNotContain("git merge");
    }

    [Fact]
    public async Task Show_TargetThatWentOn_IsMergedWithACommit()
    {
        using var told = await ToldSprint.CreateAsync();
        await told.Sandbox.CommitAsync("Meanwhile", ("other.txt", "1\n"));

        (await told.RunAsync("sprint", "show", "--json")).Json.GetProperty("target").GetProperty("merge").GetString()
            .ShouldBe("git merge troupe/sprint-1");
        (await told.RunAsync("sprint", "plan")).Output.ShouldContain("it has gone on without troupe/sprint-1");
    }

    [Theory]
    [InlineData("status")]
    [InlineData("show")]
    public async Task Output_WithoutAnySprint_IsAWordAndExitCodeThree(string command)
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "sprint", command, "--json");

        run.ExitCode.ShouldBe(ExitCodes.NotFound);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("No sprint has been run yet: start one with 'troupe sprint run'.");
    }

    [Fact]
    public async Task Run_AgentWhoseProgramIsMissing_BeginsNoSprint()
    {
        using var told = await ToldSprint.CreateAsync(settings: "agent.script.setup = [\"no-such-program\"]\n");

        foreach (string[] arguments in new[] { new[] { "sprint", "run" }, ["schedule", "tick"] })
        {
            var run = await told.RunAsync([.. arguments, "--personas", "bolt,sapper"]);

            run.ExitCode.ShouldBe(ExitCodes.Agent);
            run.Error.ShouldContain(".team/troupe.toml:2: 'setup' of [agent.script] runs 'no-such-program', and there is no such program on the PATH. It is to run bolt, sapper.");
            run.Error.ShouldContain("No sprint was begun.");
        }

        (await told.RunAsync("sprint", "list", "--json")).Json.GetProperty("sprints").GetArrayLength().ShouldBe(1);
        (await told.RunAsync("sprint", "plan")).Error.ShouldContain("warning: .team/troupe.toml:2:");
    }

    [Fact]
    public async Task Status_UnfinishedSprint_SaysWhoRunsIt()
    {
        using var told = await ToldSprint.CreateAsync(ended: false);

        (await told.RunAsync("sprint", "status")).Output.ShouldContain("\nnobody runs it: 'troupe sprint resume'\n");
        (await told.RunAsync("sprint", "show")).Output.ShouldContain("next     troupe sprint resume");
        (await told.RunAsync("sprint", "show", "--json")).Json.GetProperty("runner").ValueKind.ShouldBe(JsonValueKind.Null);
        await using var hold = await told.HoldAsync();

        (await told.RunAsync("sprint", "status")).Output.ShouldContain($"\nprocess {Environment.ProcessId} runs it since 20");
        (await told.RunAsync("sprint", "show")).Output.ShouldNotContain("troupe sprint resume");
        (await told.RunAsync("sprint", "show", "--json")).Json.GetProperty("runner").GetProperty("process").GetInt32().ShouldBe(Environment.ProcessId);
    }

    [Fact]
    public async Task Abort_JsonWhileAnotherProcessRunsIt_IsTheReport()
    {
        using var told = await ToldSprint.CreateAsync(ended: false);
        await using var hold = await told.HoldAsync();

        var run = await told.RunAsync("sprint", "abort", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Json.GetProperty("sprint").GetInt32().ShouldBe(1);
        run.Json.GetProperty("runner").ValueKind.ShouldBe(JsonValueKind.Object);
        run.Error.ShouldContain("has been told to stop");
    }

    [Fact]
    public async Task Plan_TargetThatIsCheckedOut_SaysThatItStays()
    {
        using var told = await ToldSprint.CreateAsync(settings: "sprint.land = \"target\"\n");

        var run = await told.RunAsync("sprint", "plan");

        run.Output.ShouldContain("branch  troupe/sprint-2, meant for main\n");
        run.Error.ShouldContain($"main is checked out in '{told.Sandbox.WorkTree}': it will not be moved");
    }

    [Fact]
    public async Task Plan_LinkedWorktree_SaysWhoseTeamAndTargetHold()
    {
        using var told = await ToldSprint.CreateAsync();
        var linked = told.Sandbox.Beside("linked");
        await told.Sandbox.GitAsync("worktree", "add", "--quiet", "-b", "other", linked, "main");

        var run = await CliRun.InAsync(linked, told.Sandbox.Environment, "sprint", "plan");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Error.ShouldContain($"linked worktree; .team, HEAD and the target are those of {told.Sandbox.WorkTree}");
        (await told.RunAsync("sprint", "plan")).Error.ShouldNotContain("linked");
    }

    [Fact]
    public async Task Plan_NoCheckAndChangedSettings_AreWarnings()
    {
        using var told = await ToldSprint.CreateAsync();
        told.Sandbox.Write((".team/troupe.toml", "agent.script.command = [\"true\"]\n"));

        var run = await told.RunAsync("sprint", "plan", "--base", "main");

        run.Error.ShouldContain("warning: .team/troupe.toml differs from main: checks are taken from the commit, the rest from the file.");
        run.Error.ShouldContain("warning: there is no [[weaver.verify]], so what lands is not verified");
    }
}

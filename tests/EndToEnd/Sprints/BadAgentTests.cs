namespace Troupe.EndToEnd;

/// <summary>Agents that do what agents do. Each is told apart, none of them costs the others anything.</summary>
public sealed class BadAgentTests
{
    private static readonly ScriptedTeam Wild = new()
    {
        Personas = ["daemon", "fails", "good", "hangs", "idle", "loud", "mover", "postman", "stasher"],
        FrontMatter = new Dictionary<string, string>(StringComparer.Ordinal) { ["hangs"] = "agent: hasty" },
        Sprint = "max_attempts = 1",
        Tables = """
            [agent.hasty]
            command = ["sh", "-c", "exec sh $TROUPE_TEAM/../../agent.sh"]
            stdin = "none"
            timeout = "2s"
            """,
        Script = """
            page="pages/$TROUPE_PERSONA.md"
            case $TROUPE_PERSONA in
            daemon) echo line >>"$page"; setsid sh -c 'sleep 1000; echo late >>pages/daemon.md' >/dev/null 2>&1 & ;;
            fails) echo line >>"$page"; echo "the model is down" >&2; exit 3 ;;
            hangs) echo line >>"$page"; trap '' TERM; while :; do sleep 1; done ;;
            idle) : ;;
            loud) echo line >>"$page"; head -c 20000000 /dev/zero | tr '\\0' 'x' ;;
            mover) git commit -qam first --allow-empty; git checkout -q -b elsewhere; git branch -f main HEAD; git tag v9
                   echo line >>"$page"; git update-ref refs/heads/stolen HEAD; git remote | xargs -r git remote remove ;;
            postman) echo line >>"$page"; mkdir -p .team/mail; echo '{"forged":1}' >>.team/mail/events.jsonl ;;
            stasher) echo lost >>"$page"; git stash -q; echo line >>"$page" ;;
            *) echo line >>"$page" ;;
            esac
            """,
    };

    [Fact]
    public async Task Run_WildAgents_LandsTheGoodOnesAndTellsTheOthersApart()
    {
        using var stage = await Wild.StageAsync();
        var before = await UsersThings.OfAsync(stage);

        var run = await stage.RunAsync("sprint", "run", "--json");

        var sprint = Sprints.Read(run, exitCode: 1);
        sprint.Texts("landed").ShouldBe(["daemon", "good", "loud", "mover", "postman", "stasher"], ignoreOrder: true);
        var outcomes = sprint.GetProperty("outcomes").EnumerateArray().ToDictionary(one => one.Text("persona"), one => one.Text("outcome"));
        outcomes["fails"].ShouldBe("Failed");
        outcomes["hangs"].ShouldBe("TimedOut");
        sprint.Texts("skipped").ShouldBe(["fails", "hangs"], ignoreOrder: true);
        run.ErrorText.ShouldContain("fails failed: the agent ended with exit code 3; its last lines:\n           the model is down\n");
        (await UsersThings.OfAsync(stage)).ShouldBe(before);
        foreach (var persona in sprint.Texts("landed"))
        {
            (await stage.GitAsync("show", $"troupe/sprint-1:pages/{persona}.md")).ShouldBe($"# {persona}\nline");
        }

        (await stage.GitAsync("ls-tree", "-r", "--name-only", "troupe/sprint-1", ".team/mail")).ShouldBeEmpty();
        var traces = new SprintTraces(stage);
        traces.Mail.ShouldNotContain(record => record.ToString().Contains("forged", StringComparison.Ordinal));
        traces.NothingIsThereTwice();
        await traces.NothingIsLeftOverAsync();
    }

    [Fact]
    public async Task Run_AgentWhoseProgramIsMissing_BeginsNothing()
    {
        var team = Wild with
        {
            Personas = ["good", "missing"],
            FrontMatter = new Dictionary<string, string>(StringComparer.Ordinal) { ["missing"] = "agent: nowhere" },
            Tables = "[agent.nowhere]\ncommand = [\"no-such-program-anywhere\"]\n",
        };
        using var stage = await team.StageAsync();

        var run = await stage.RunAsync("sprint", "run");

        run.ExitCode.ShouldBe(10);
        run.ErrorText.ShouldContain("'command' of [agent.nowhere] runs 'no-such-program-anywhere', and there is no such program on the PATH. It is to run missing.");
        Directory.Exists(Path.Combine(stage.Repository, ".team", "sprints")).ShouldBeFalse();
        (await stage.RunAsync("schedule", "tick")).ExitCode.ShouldBe(10);
    }

    [Fact]
    public async Task Run_AgentsThatEndBadly_TellTheLeadWhereTheirWorkIs()
    {
        var team = Wild with { Personas = ["fails", "good", "hangs"] };
        using var stage = await team.StageAsync();

        (await stage.RunAsync("sprint", "run")).ExitCode.ShouldBe(1);

        var letters = new SprintTraces(stage).Letters.Where(letter => letter.Text("subject").Contains("was skipped", StringComparison.Ordinal)).ToList();
        letters.Select(letter => letter.Text("subject")).ShouldBe(["fails was skipped in sprint 1", "hangs was skipped in sprint 1"], ignoreOrder: true);
        foreach (var persona in new[] { "fails", "hangs" })
        {
            (await stage.GitAsync("show", $"refs/troupe/sprint-1/{persona}:pages/{persona}.md")).ShouldBe($"# {persona}\nline");
        }
    }
}

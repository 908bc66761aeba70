using Troupe.Core;

namespace Troupe.Agents.Tests;

public sealed class CommandAgentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_Agent_FindsItsTaskAndItsPlace()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(
            """
            { echo "$TROUPE_PERSONA $TROUPE_SPRINT $TROUPE_ATTEMPT $TROUPE_SESSION $JULES_PERSONA"
              echo "$TROUPE_BASE"; echo "$TROUPE_TEAM"; cat .git/troupe-team; git config user.name; cat "$1"; echo; printf %s "$2"; } > seen
            """);
        request = request with { Agent = request.Agent with { Command = [.. request.Agent.Command, "sh", "{prompt_file}", "{prompt}"] } };

        await world.RunAsync(request);

        (await world.ContentAsync(await world.Agent.CollectAsync(request.Id, Token), "seen")).ShouldBe(
            $"curator 7 2 s7-curator-2 curator\n{world.Base}\n{world.Team}\n{world.Team}\ncurator\n{request.Prompt}\n{request.Prompt}");
    }

    [Fact]
    public async Task Start_PromptOnStdin_IsReadFromThere()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("cat > seen");
        request = request with { Agent = request.Agent with { PromptOnStdin = true } };

        await world.RunAsync(request);

        (await world.ContentAsync(await world.Agent.CollectAsync(request.Id, Token), "seen")).ShouldBe(request.Prompt);
    }

    [Fact]
    public async Task Start_Environment_HoldsNoSecretsOfTheOrchestrator()
    {
        using var world = await SessionWorld.CreateAsync();
        world.Surroundings["GITHUB_TOKEN"] = "secret";
        world.Surroundings["ALLOWED_KEY"] = "allowed";
        var request = world.Request("env > seen");
        request = request with
        {
            Agent = request.Agent with { EnvAllow = ["ALLOWED_KEY"], Env = new Dictionary<string, string> { ["FIXED"] = "set" } },
        };

        await world.RunAsync(request);

        var seen = await world.ContentAsync(await world.Agent.CollectAsync(request.Id, Token), "seen");
        seen.ShouldNotContain("GITHUB_TOKEN");
        seen.ShouldContain("ALLOWED_KEY=allowed\n");
        seen.ShouldContain("FIXED=set\n");
        (await File.ReadAllTextAsync(world.FolderOf(request.Id).RequestFile, Token)).ShouldNotContain("allowed\"");
    }

    [Fact]
    public async Task Collect_WhateverGitSays_TheFilesAreThePatch()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(
            """
            echo committed >> a.txt; git commit -qam mine
            echo stashed > b.txt; git stash -q
            git checkout -q -b elsewhere; git branch -q -D troupe/s7-curator-2
            echo new > new.txt; echo staged > staged.txt; git add staged.txt; echo x > ignored.tmp
            """);

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("M a.txt|A new.txt|A staged.txt");
    }

    [Theory]
    [InlineData("rm -rf .git; echo more >> a.txt")]
    [InlineData("git init -q --bare elsewhere.git; rm -rf .git; mv elsewhere.git .git; echo more >> a.txt; rm -rf elsewhere.git")]
    [InlineData("rm .git/HEAD; printf x > .git/index; echo more >> a.txt")]
    [InlineData("git config core.worktree /tmp; git config core.excludesFile /dev/stdin; echo more >> a.txt")]
    public async Task Collect_GitDirectoryDestroyed_TheFilesAreThePatch(string script)
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(script);

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("M a.txt");
    }

    [Fact]
    public async Task Collect_StateOfTheTroupe_IsNeverInThePatch()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(
            """
            echo forged >> .team/mail/events.jsonl; mkdir -p .team/outbox .team/sprints; echo letter > .team/outbox/a.md
            echo x > .team/sprints/events.jsonl; cat .troupe/conflict/a.txt.base > a.txt; rm .troupe/conflict/a.txt.base; git status --porcelain > status.tmp
            cp status.tmp b.txt
            """) with
        { Files = [new CheckoutFile(".troupe/conflict/a.txt.base", "base side\n"u8.ToArray())] };

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        var delivery = await world.Agent.CollectAsync(request.Id, Token);
        (await world.ChangesAsync(delivery)).ShouldBe("M a.txt|M b.txt");
        (await world.ContentAsync(delivery, "a.txt")).ShouldBe("base side\n");
        (await world.ContentAsync(delivery, "b.txt")).ShouldNotContain(".troupe");
        (await File.ReadAllTextAsync(Path.Combine(world.Sandbox.WorkTree, ".team/mail/events.jsonl"), Token)).ShouldBe("{}\n");
    }

    [Fact]
    public async Task Observe_AgentFails_KeepsItsWorkAndItsLastLines()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo half > half.txt; echo broken >&2; exit 7");

        var seen = await world.RunAsync(request);

        (seen.State, seen.ExitCode, seen.Detail).ShouldBe((SessionState.Failed, 7, "the agent ended with exit code 7; its last lines:\nbroken"));
        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("A half.txt");
    }

    [Fact]
    public async Task Observe_AgentMissing_SaysWhich()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("");
        request = request with { Agent = request.Agent with { Command = ["no-such-agent"] } };

        var seen = await world.RunAsync(request);

        seen.State.ShouldBe(SessionState.Failed);
        seen.Detail.ShouldNotBeNull().ShouldContain("'no-such-agent' was not found in PATH");
    }

    [Fact]
    public async Task Observe_BaseMissing_SaysWhich()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("") with { Base = CommitId.Parse(new string('1', 40)) };

        var seen = await world.RunAsync(request);

        (seen.State, seen.StartedAt).ShouldBe((SessionState.Failed, null));
        seen.Detail.ShouldNotBeNull().ShouldContain("1111111");
    }

    [Fact]
    public async Task Observe_HangsPastItsTimeout_IsEndedAndItsWorkKept()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo half > half.txt; (setsid sleep 1000 &); exec sleep 1000") with { Timeout = TimeSpan.FromMilliseconds(300) };

        var seen = await world.RunAsync(request);

        (seen.State, seen.ExitCode).ShouldBe((SessionState.TimedOut, null));
        seen.Detail.ShouldNotBeNull().ShouldStartWith("the agent was ended after 1 s");
        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("A half.txt");
        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    public async Task Observe_ChildrenLeftBehind_AreEnded()
    {
        using var world = await SessionWorld.CreateAsync();
        var folder = world.FolderOf(SessionId.Parse("s7-curator-2")).Path;
        var request = world.Request(
            $"sleep 1000 & (setsid sh -c 'trap \"\" TERM; sleep 1000' &) ; (env -i setsid sh -c 'sleep 1000; : {folder}' &) ; sleep 0.1");

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    public async Task Observe_FloodOfOutput_IsCutWithANote()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("head -c 200000000 /dev/zero; echo; echo the end; exit 1");

        var seen = await world.RunAsync(request);

        var log = new FileInfo(world.FolderOf(request.Id).AgentLog);
        log.Length.ShouldBeInRange(1_000_000, 1_000_100);
        (await File.ReadAllTextAsync(log.FullName, Token)).ShouldContain("[troupe: cut here");
        seen.Detail.ShouldNotBeNull().ShouldEndWith("the end");
    }

    [Fact]
    public async Task Start_SetupFails_TheAgentIsNotStarted()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo ran > ran.txt");
        request = request with { Agent = request.Agent with { Setup = ["sh", "-c", "echo no network; exit 4"] } };

        var seen = await world.RunAsync(request);

        (seen.State, seen.StartedAt).ShouldBe((SessionState.Failed, null));
        seen.Detail.ShouldBe("the setup command ended with exit code 4; its last lines:\nno network");
        (await world.Agent.CollectAsync(request.Id, Token)).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Collect_Letters_FromTheCheckoutAndTheFolder()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(
            """
            mkdir -p .team/outbox; echo one > .team/outbox/a.md; echo two > "$TROUPE_SESSION_FOLDER/outbox/a.md"
            ln -s /etc/passwd .team/outbox/link.md; echo three > .team/outbox/note.txt
            """);

        var seen = await world.RunAsync(request);

        var letters = (await world.Agent.CollectAsync(request.Id, Token)).Outbox;
        letters.Select(letter => (letter.Name, System.Text.Encoding.UTF8.GetString(letter.Content.Span)))
            .ShouldBe([("a-2.md", "one\n"), ("a.md", "two\n")]);
        seen.Detail.ShouldNotBeNull().ShouldContain("link.md was not taken: it is a link");
    }

    [Theory]
    [InlineData("mkdir -p .team/outbox; mkfifo .team/outbox/a.md", "/checkout/.team/outbox/a.md was not taken: it is no regular file")]
    [InlineData("mkfifo ../outbox/a.md", null)]
    [InlineData("mkdir -p .team ../x; echo secret > ../x/a.md; ln -s ../../x .team/outbox", "no letters were taken: ")]
    [InlineData("mkdir -p ../x/outbox; echo secret > ../x/outbox/a.md; rm -rf .team; ln -s ../x .team", "no letters were taken: ")]
    public async Task Collect_WhatIsNoLetter_IsNeitherReadNorWaitedFor(string script, string? note)
    {
        using var world = await SessionWorld.CreateAsync();

        var seen = await world.RunAsync(world.Request($"echo more >> a.txt; {script}"));

        var delivery = await world.AgentWith(TimeProvider.System).CollectAsync(seen.Id, Token);
        delivery.Outbox.ShouldBeEmpty();
        delivery.Commit.ShouldNotBeNull(seen.Detail);
        (seen.Detail ?? "").ShouldContain(note ?? "");
    }

    [Fact]
    public async Task Collect_PipesWhereGitReads_AreRemovedWithANote()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("rm .gitignore b.txt; mkdir sub; mkfifo .gitignore .gitmodules b.txt sub/.gitattributes; echo more >> a.txt");

        var seen = await world.RunAsync(request);

        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("D .gitignore|M a.txt|D b.txt");
        seen.Detail.ShouldNotBeNull().ShouldContain("sub/.gitattributes was a pipe, socket or device");
    }

    [Theory]
    [InlineData("rm -rf ../outbox; echo x > ../outbox; mkdir -p .team/outbox; echo a > .team/outbox/a.md")]
    [InlineData("mkdir -p .team; rm -rf .team/outbox; ln -s loop .team/outbox; ln -s outbox .team/loop")]
    [InlineData("mkdir -p .team/outbox/dir.md; mkfifo .team/outbox/pipe.md")]
    public async Task Observe_OutboxSpoilt_TheSessionEndsAllTheSame(string script)
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request($"{script}; echo more >> a.txt");

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldContain("M a.txt");
    }

    [Fact]
    public async Task Observe_CancelledWhileWorking_KeepsWhatThereIs()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo half > half.txt; echo up > ../up; sleep 1000");
        await world.Agent.StartAsync(request, Token);
        await Waiting.UntilExistsAsync(Path.Combine(world.FolderOf(request.Id).Path, "up"));

        (await world.Agent.ObserveAsync(request.Id, Token)).State.ShouldBe(SessionState.Running);
        await world.AnotherAgent().CancelAsync(request.Id, Token);

        (await world.EndAsync(request.Id)).State.ShouldBe(SessionState.Cancelled);
        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("A half.txt");
        await world.NothingLeftAsync(request.Id);
    }
}

using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;

namespace Troupe.Verification.Tests;

public sealed class VerifierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VerifyAsync_TwoSteps_SeeTheCommitsFilesAndEachOther()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "committed\n"));
        sandbox.Write(("a.txt", "dirty\n"));
        var result = await VerifyAsync(sandbox, Step("build", "cat a.txt; echo made > made.txt"), Step("test", "cat made.txt; git rev-parse HEAD; git status --porcelain"));

        result.Passed.ShouldBeTrue();
        result.Failure.ShouldBeNull();
        result.Steps[0].Tail.ShouldBe("committed\n");
        result.Steps[1].Tail.ShouldBe($"made\n{await sandbox.GitAsync("rev-parse", "HEAD")}\n?? made.txt\n");
        Path.GetFileName(result.Steps[1].LogFile).ShouldBe("02-test.log");
        (await File.ReadAllTextAsync(result.Steps[1].LogFile, Token)).ShouldBe(result.Steps[1].Tail);
        Directory.EnumerateFileSystemEntries(sandbox.Beside("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task VerifyAsync_StepFails_StopsThereAndSaysHow()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var result = await VerifyAsync(sandbox, Step("lint", "true"), Step("Unit tests!", "echo out; echo err >&2; exit 3"), Step("last", "true"));

        result.Passed.ShouldBeFalse();
        result.NotRun.ShouldBe(["last"]);
        var failure = result.Failure!;
        (failure.Name, failure.ExitCode, failure.TimedOut).ShouldBe(("Unit tests!", 3, false));
        failure.Reason!.ShouldContain("exit code 3");
        failure.Tail.ShouldBe("out\nerr\n");
        Path.GetFileName(failure.LogFile).ShouldBe("02-unit-tests-.log");
    }

    [Fact]
    public async Task VerifyAsync_StepHangs_IsEndedWithAllThatItStarted()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var step = Step("hang", $"setsid sh -c 'echo $$ > {sandbox.Beside("child")}; exec sleep 60' & echo started; sleep 60") with { Timeout = TimeSpan.FromMilliseconds(400) };
        var result = await VerifyAsync(sandbox, step);

        var failure = result.Failure!;
        (failure.TimedOut, failure.ExitCode).ShouldBe((true, null));
        failure.Reason!.ShouldContain("0.4 seconds");
        failure.Tail.ShouldContain("started");
        var child = (await File.ReadAllTextAsync(sandbox.Beside("child"), Token)).Trim();
        Directory.Exists($"/proc/{child}").ShouldBeFalse();
    }

    [Fact]
    public async Task VerifyAsync_CommandDoesNotExist_IsTheStepsFailure()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var step = new VerifyStepSettings { Name = "gone", Command = ["no-such-program"], Timeout = TimeSpan.FromSeconds(30) };
        var failure = (await VerifyAsync(sandbox, step)).Failure!;
        failure.ExitCode.ShouldBeNull();
        failure.Reason!.ShouldContain("no-such-program");
        failure.Tail.ShouldContain("no-such-program");
    }

    [Fact]
    public async Task VerifyAsync_Environment_HasNoTokenAndNoGitVariable()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        Dictionary<string, string> environment = new(sandbox.Environment, StringComparer.Ordinal)
        {
            ["GITHUB_TOKEN"] = "secret-1",
            ["JULES_API_KEY"] = "secret-2",
            ["GIT_DIR"] = "/secret-3",
            ["LC_CTYPE"] = "C.UTF-8",
            ["MY_BUILD"] = "wanted",
        };
        var request = await RequestAsync(sandbox, Step("env", "env")) with { Environment = environment, AllowedVariables = ["MY_BUILD"] };
        var tail = (await Verifier.VerifyAsync(request, Token)).Steps[0].Tail;
        tail.ShouldNotContain("secret");
        tail.ShouldContain("MY_BUILD=wanted");
        tail.ShouldContain("LC_CTYPE=C.UTF-8");
        tail.ShouldContain("PATH=");
    }

    [Fact]
    public async Task VerifyAsync_CommitOfAPrivateDirectory_IsCheckedOut()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), (".gitattributes", "*.txt text eol=crlf\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        await using var directory = await PrivateGitDirectory.CreateAsync(repository, sandbox.Beside("private"), head, MergeRules.None, Token);
        var commit = directory.Writer.WriteCommit(new CommitDraft
        {
            Tree = directory.Writer.WriteTree([TreeEntry.File("woven.txt", directory.Writer.WriteBlob("woven\n"u8))]),
            Parents = [head],
            Author = GitSandbox.Author,
            Message = "Woven",
        });
        var request = await RequestAsync(sandbox, Step("look", "ls -A; cat woven.txt; git log --format=%s")) with { GitDirectory = directory.Folder, Commit = commit };

        // The attributes of the tip count in merges; the checkout has its own, and this tree has none.
        (await Verifier.VerifyAsync(request, Token)).Steps[0].Tail.ShouldBe(".git\nwoven.txt\nwoven\nWoven\nStart\n");
    }

    [Fact]
    public async Task VerifyAsync_StepCommitsAndMovesBranches_LeavesTheRepositoryAlone()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var before = GitSandbox.Fingerprint(sandbox.WorkTree);
        var result = await VerifyAsync(sandbox, Step("commit", "echo 2 > a.txt; git commit -qam two; git branch -f main; git tag t; git gc -q"));
        result.Passed.ShouldBeTrue();
        GitSandbox.Fingerprint(sandbox.WorkTree).ShouldBe(before);
    }

    [Fact]
    public async Task VerifyAsync_FloodOfOutput_KeepsItsEnd()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var step = (await VerifyAsync(sandbox, Step("flood", "yes 'a line of output' | head -n 200000; echo the end"))).Steps[0];
        step.Tail.Length.ShouldBeInRange(4000, 8192);
        step.Tail.ShouldStartWith("a line of output\n");
        step.Tail.ShouldEndWith("the end\n");
        new FileInfo(step.LogFile).Length.ShouldBe(200_000 * 17 + 8);
    }

    [Fact]
    public async Task VerifyAsync_FoldersThatAStepProtects_AreRemoved()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var result = await VerifyAsync(sandbox, Step("cache", "mkdir -p cache/deep; touch cache/deep/x; chmod -R a-w cache"));
        result.Passed.ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(sandbox.Beside("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task VerifyAsync_CheckoutOfAKilledRun_IsRemoved()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));

        // No process has this number: it is above the system's largest.
        GitSandbox.WriteIn(sandbox.Beside("scratch"), ("0123456789ab.99999999.1/left", "x"), ($"0123456789ab.{Environment.ProcessId}.0/ours", "x"), ("other/x", "x"));
        await VerifyAsync(sandbox, Step("ok", "true"));
        Directory.EnumerateDirectories(sandbox.Beside("scratch")).Select(Path.GetFileName)
            .ShouldBe([$"0123456789ab.{Environment.ProcessId}.0", "other"], ignoreOrder: true);
    }

    [Fact]
    public async Task VerifyAsync_GitThatWritesTheCheckout_IsMarkedAsTheStepsAre()
    {
        // Left alone by a killed run it goes on writing; the run after that can only clear away what nobody writes to.
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), (".gitattributes", "*.txt filter=look\n"));
        await sandbox.GitAsync("config", "--global", "filter.look.smudge", $"echo \"$TROUPE_SCRATCH_FOLDER\" >> {sandbox.Beside("git")}; cat");

        await VerifyAsync(sandbox, Step("look", $"echo \"$TROUPE_SCRATCH_FOLDER\" >> {sandbox.Beside("step")}"));

        var marks = await File.ReadAllLinesAsync(sandbox.Beside("git"), Token);
        marks.ShouldHaveSingleItem().ShouldStartWith(sandbox.Beside("scratch") + "/");
        marks.ShouldBe(await File.ReadAllLinesAsync(sandbox.Beside("step"), Token));
    }

    [Fact]
    public async Task VerifyAsync_Cancelled_LeavesNoCheckout()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var request = await RequestAsync(sandbox, Step("hang", $"touch {sandbox.Beside("running")}; sleep 60"));
        var run = Verifier.VerifyAsync(request, stop.Token);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(sandbox.Beside("running"))!) { EnableRaisingEvents = true };
        while (!File.Exists(sandbox.Beside("running")))
        {
            await Task.Run(() => watcher.WaitForChanged(WatcherChangeTypes.Created, TimeSpan.FromMilliseconds(200)), Token);
        }

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
        Directory.EnumerateFileSystemEntries(sandbox.Beside("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task VerifyAsync_NoSuchCommit_IsAGitError()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var request = await RequestAsync(sandbox, Step("ok", "true")) with { Commit = CommitId.Parse(new string('1', 40)) };
        (await Should.ThrowAsync<TroupeException>(() => Verifier.VerifyAsync(request, Token))).Code.ShouldBe(ErrorCode.Git);
        Directory.EnumerateFileSystemEntries(sandbox.Beside("scratch")).ShouldBeEmpty();
    }

    private static VerifyStepSettings Step(string name, string command) =>
        new() { Name = name, Command = ["sh", "-c", command], Timeout = TimeSpan.FromSeconds(30) };

    private static async Task<VerifyResult> VerifyAsync(GitSandbox sandbox, params VerifyStepSettings[] steps) =>
        await Verifier.VerifyAsync(await RequestAsync(sandbox, steps), Token);

    private static async Task<VerifyRequest> RequestAsync(GitSandbox sandbox, params VerifyStepSettings[] steps) => new()
    {
        GitDirectory = sandbox.GitDirectory,
        Commit = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD")),
        Steps = steps,
        LogFolder = sandbox.Beside("logs"),
        ScratchFolder = sandbox.Beside("scratch"),
        Environment = sandbox.Environment,
    };
}

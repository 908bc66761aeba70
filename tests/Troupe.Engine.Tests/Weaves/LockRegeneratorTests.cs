using Troupe.Core;
using Troupe.Testing;
using Troupe.Weaving;

namespace Troupe.Engine.Tests.Weaves;

/// <summary>What a command made of lock files is kept, so that a weave that is done again comes to the same.</summary>
public sealed class LockRegeneratorTests
{
    [Fact]
    public async Task RunAsync_SameKeyAfterARestart_GivesWhatWasMadeAndRunsNothing()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("lib/lock", "old\n"), ("lib/deps", "x\n"));
        var counter = sandbox.Beside("runs");
        var first = await RunAsync(sandbox, $"echo run >> {counter}; cat deps {counter} > lock");
        var again = await RunAsync(sandbox, $"echo run >> {counter}; cat deps {counter} > lock");

        Content(first).ShouldBe("x\nrun\n");
        Content(again).ShouldBe("x\nrun\n");
        (await File.ReadAllTextAsync(counter, Scene.Token)).ShouldBe("run\n");
        Content(await RunAsync(sandbox, $"echo run >> {counter}; cat {counter} > lock", key: "another-one-12")).ShouldBe("run\nrun\n");
    }

    [Theory]
    [InlineData("exit 3", "ended with exit code 3")]
    [InlineData("rm lock", "left no usable lib/lock")]
    [InlineData(": > lock", "left no usable lib/lock")]
    [InlineData("ln -sf /etc/passwd lock", "left no usable lib/lock")]
    [InlineData("rm lock; mkfifo lock", "left no usable lib/lock")]
    [InlineData("cd ..; mv lib real; ln -s real lib", "left no usable lib/lock")]
    [InlineData("sleep 60", "did not end within 1 seconds")]
    [InlineData("no-such-program", "ended with exit code 127")]
    public async Task RunAsync_CommandThatFails_SaysHow(string script, string reason)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("lib/lock", "old\n"));
        var failed = (await RunAsync(sandbox, script)).ShouldBeOfType<RegenerationResult.Failed>();

        failed.Reason.ShouldContain(reason);
        (await RunAsync(sandbox, "echo works > lock")).ShouldBe(failed);
        Directory.EnumerateFileSystemEntries(sandbox.Beside("state/verify")).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_CommandThatWritesOtherFiles_GivesOnlyWhatWasAskedFor()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("lib/lock", "old\n"));
        var made = (await RunAsync(sandbox, "echo new > lock; echo more > other; test ! -e ../.git")).ShouldBeOfType<RegenerationResult.Made>();

        made.Files.Keys.ShouldBe(["lib/lock"]);
    }

    [Fact]
    public async Task RunAsync_ProgramThatIsNotThere_SaysSo()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("lib/lock", "old\n"));
        (await RunAsync(sandbox, ["no-such-program"], "some-key-1234")).ShouldBeOfType<RegenerationResult.Failed>().Reason.ShouldContain("could not be started");
    }

    [Fact]
    public async Task RunAsync_Token_IsNotSeenByTheCommand()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("lib/lock", "old\n"));
        Content(await RunAsync(sandbox, "echo \"[$GITHUB_TOKEN]\" > lock")).ShouldBe("[]\n");
    }

    private static string Content(RegenerationResult result) =>
        System.Text.Encoding.UTF8.GetString(result.ShouldBeOfType<RegenerationResult.Made>().Files["lib/lock"]);

    private static Task<RegenerationResult> RunAsync(GitSandbox sandbox, string script, string key = "some-key-1234") =>
        RunAsync(sandbox, ["sh", "-c", script], key);

    private static async Task<RegenerationResult> RunAsync(GitSandbox sandbox, IReadOnlyList<string> command, string key)
    {
        var environment = sandbox.Environment.Append(new("GITHUB_TOKEN", "secret")).ToDictionary(StringComparer.Ordinal);
        var request = new RegenerationRequest
        {
            Key = key,
            GitDirectory = sandbox.GitDirectory,
            Tree = TreeId.Parse(await sandbox.GitAsync("rev-parse", "HEAD^{tree}")),
            Rule = new RegenerationSettings { Paths = ["lock"], Inputs = [], Command = command, Timeout = TimeSpan.FromSeconds(1) },
            Files = ["lib/lock"],
        };
        return await new LockRegenerator(new StateHome(sandbox.Beside("state")), environment).RunAsync(request, Scene.Token);
    }
}

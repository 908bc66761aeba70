using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class GitExecutorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_GitFails_GivesItsWordsEscaped()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var error = await Should.ThrowAsync<TroupeException>(
            () => sandbox.Git.RunAsync(["symbolic-ref", "refs/\u001b[31m"], GitCall.Plain, Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldStartWith("git symbolic-ref failed with exit code 128: fatal: ");
        error.Message.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task RunAsync_EndlessGit_IsStoppedAndSaysAfterHowLong()
    {
        using var folder = new TemporaryFolder();
        var git = FakeGit(folder, "sleep 60");
        var call = new GitCall { Timeout = TimeSpan.FromMilliseconds(200) };
        var error = await Should.ThrowAsync<TroupeException>(() => git.RunAsync(["gc"], call, Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain("git gc did not end");
    }

    [Fact]
    public async Task RunAsync_MoreOutputThanAllowed_IsAFailureAndNeverHalfAnAnswer()
    {
        using var folder = new TemporaryFolder();
        var git = FakeGit(folder, "yes | head -c 5000");
        var error = await Should.ThrowAsync<TroupeException>(() => git.RunAsync(["log"], new GitCall { OutputLimit = 1000 }, Token));
        error.Message.ShouldContain("more than 1000 bytes");
    }

    [Fact]
    public async Task RunAsync_Environment_IsScrubbed()
    {
        using var folder = new TemporaryFolder();
        var git = FakeGit(folder, "env | sort", ("GIT_INDEX_FILE", "/elsewhere"), ("GIT_CONFIG_PARAMETERS", "'a.b=c'"), ("LANGUAGE", "de"), ("OTHER", "kept"));
        var seen = (await git.RunAsync(["status"], GitCall.Plain, Token)).OutputText;
        seen.ShouldNotContain("GIT_INDEX_FILE");
        seen.ShouldNotContain("GIT_CONFIG_PARAMETERS");
        seen.ShouldNotContain("LANGUAGE=de");
        seen.ShouldNotContain("GIT_CONFIG_NOSYSTEM");
        seen.ShouldContain("OTHER=kept\n");
        seen.ShouldContain("LC_ALL=C\n");
        seen.ShouldContain("GIT_TERMINAL_PROMPT=0\n");
    }

    [Fact]
    public async Task RunAsync_DirectoryOnly_SeesNoConfigurationOfTheMachine()
    {
        using var folder = new TemporaryFolder();
        var git = FakeGit(folder, "env").For(folder.Path, ConfigurationScope.DirectoryOnly);
        var seen = (await git.RunAsync(["status"], GitCall.Plain, Token)).OutputText;
        seen.ShouldContain("GIT_CONFIG_NOSYSTEM=1\n");
        seen.ShouldContain("GIT_CONFIG_GLOBAL=/dev/null\n");
        seen.ShouldContain("GIT_ATTR_NOSYSTEM=1\n");
    }

    [Fact]
    public async Task RunAsync_WorkingFolderIsGone_SaysSoAndNotThatGitIsMissing()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var call = new GitCall { WorkingDirectory = sandbox.Beside("gone") };
        var error = await Should.ThrowAsync<TroupeException>(() => sandbox.Git.RunAsync(["status"], call, Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain("does not exist");
        error.Message.ShouldNotContain("Install git");
    }

    [Fact]
    public async Task RunAsync_LargeInputAndOutput_PassBothWays()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var content = new byte[8 * 1024 * 1024];
        new Random(1).NextBytes(content);
        var name = (await sandbox.Git.RunAsync(["hash-object", "-w", "--stdin"], new GitCall { Input = content }, Token)).OutputText.Trim();
        (await sandbox.Git.RunAsync(["cat-file", "blob", name], GitCall.Plain, Token)).Output.ToArray().ShouldBe(content);
    }

    private static GitExecutor FakeGit(TemporaryFolder folder, string body, params (string Name, string Value)[] variables)
    {
        Script.Write(Path.Combine(folder["bin"], "git"), body);
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["PATH"] = folder["bin"] + ":/usr/bin:/bin" };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return new GitExecutor(folder.Path, environment);
    }
}

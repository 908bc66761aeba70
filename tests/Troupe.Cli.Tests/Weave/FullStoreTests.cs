using Troupe.Testing;

namespace Troupe.Cli.Tests.Weave;

/// <summary>Disks that are full and folders that take nothing: what is wrong and what to do is said, and the repository is as it was.</summary>
public sealed class FullStoreTests
{
    private const string NoRoom = "trap '' XFSZ; ulimit -f 8; exec git \"$@\"";

    [Fact]
    public async Task Apply_NoRoomForTheObjects_SaysSoAndLeavesTheRepositoryAsItWas()
    {
        using var sandbox = await WithLargePatchAsync();
        var before = GitSandbox.Fingerprint(sandbox.GitDirectory);
        var run = await RunAsync(sandbox, "index-pack", NoRoom, "weave", "apply", "large");

        run.ExitCode.ShouldBe(6, run.Error);
        run.Error.ShouldContain($"No room is left below '{Path.Combine(sandbox.GitDirectory, "objects")}");
        run.Error.ShouldContain("Make room there");
        run.Error.ShouldContain("File too large");
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(before);
        Directory.EnumerateDirectories(Path.Combine(sandbox.GitDirectory, "objects"), "tmp_*").ShouldBeEmpty();

        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "--onto", "later", "large")).ExitCode.ShouldBe(0);
        (await sandbox.GitAsync("fsck", "--strict")).ShouldNotContain("error");
    }

    [Theory]
    [InlineData("Read-only file system", "mounted read-only")]
    [InlineData("Permission denied", "may not be written")]
    [InlineData("Disk quota exceeded", "Make room there")]
    public async Task Apply_GitCannotWrite_SaysWhatToDo(string words, string advice)
    {
        using var sandbox = await WithLargePatchAsync();
        var before = GitSandbox.Fingerprint(sandbox.GitDirectory);
        var run = await RunAsync(
            sandbox, "index-pack", $"echo \"fatal: Unable to create temporary file '/x/tmp_pack_XXXXXX': {words}\" >&2; exit 128", "weave", "apply", "large");
        run.ExitCode.ShouldBe(6, run.Error);
        run.Error.ShouldContain(advice);
        run.Error.ShouldContain(words);
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(before);
    }

    [Fact]
    public async Task Apply_NoRoomForTheRef_MovesNothing()
    {
        using var sandbox = await WithLargePatchAsync();
        var before = GitSandbox.Fingerprint(Path.Combine(sandbox.GitDirectory, "refs"));
        var run = await RunAsync(sandbox, "update-ref", "trap '' XFSZ; ulimit -f 0; exec git \"$@\"", "weave", "apply", "--onto", "main2", "large");
        run.ExitCode.ShouldBe(6, run.Error);
        run.Error.ShouldContain("See that there is room");
        GitSandbox.Fingerprint(Path.Combine(sandbox.GitDirectory, "refs")).ShouldBe(before);
        (await sandbox.GitAsync("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_NoRoomForTheTransfer_NamesThatFolder()
    {
        using var sandbox = await WithLargePatchAsync();
        var before = GitSandbox.Fingerprint(sandbox.GitDirectory);
        var run = await RunAsync(sandbox, "pack-objects", NoRoom, "weave", "apply", "large");
        run.ExitCode.ShouldBe(6, run.Error);
        run.Error.ShouldContain($"No room is left below '{sandbox.Environment["XDG_STATE_HOME"]}");
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(before);
        Directory.EnumerateDirectories(sandbox.Environment["XDG_STATE_HOME"], "weave.*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_ObjectFolderThatIsNone_SaysWhichAndLandsOnceItIsMended()
    {
        using var sandbox = await WithLargePatchAsync();
        var packs = Path.Combine(sandbox.GitDirectory, "objects", "pack");
        Directory.Delete(packs);
        File.WriteAllText(packs, "in its place");
        var before = GitSandbox.Fingerprint(sandbox.GitDirectory);
        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "large");

        run.ExitCode.ShouldBe(6, run.Error);
        run.Error.ShouldContain(packs);
        run.Error.ShouldContain("may be written to");
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(before);
        File.Delete(packs);
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "large")).ExitCode.ShouldBe(0);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Apply_ObjectFolderThatIsReadOnly_SaysWhich()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Modes do not bind the superuser: the test of a folder that is none is for them.");
        using var sandbox = await WithLargePatchAsync();
        var objects = Path.Combine(sandbox.GitDirectory, "objects");
        File.SetUnixFileMode(objects, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "large");
        File.SetUnixFileMode(objects, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        run.ExitCode.ShouldBe(6, run.Error);
        run.Error.ShouldContain(objects);
        run.Error.ShouldContain("may be written to");
    }

    [Fact]
    public async Task Apply_ReportsCannotBeKept_LandsAllTheSameAndSaysSo()
    {
        using var sandbox = await WithLargePatchAsync();
        var state = Core.StateHome.For(sandbox.GitDirectory, sandbox.Environment);
        Directory.CreateDirectory(Path.Combine(state.WeavesFolder, "last-reports.json"));
        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "--onto", "fresh", "large");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("troupe weave explain");
        (await sandbox.GitAsync("rev-parse", "fresh~1")).ShouldBe(await sandbox.GitAsync("rev-parse", "main"));
        Directory.EnumerateFiles(state.WeavesFolder).ShouldBeEmpty();
    }

    // Random bytes cannot be compressed: what holds them is larger than any of the limits.
    private static async Task<GitSandbox> WithLargePatchAsync()
    {
        var sandbox = await GitSandbox.WithFilesAsync(("a", Digits(1)), ("b", "b\n"));
        await sandbox.GitAsync("checkout", "--quiet", "-b", "large", "main");
        await sandbox.CommitAsync("Large", ("a", Digits(2) + Digits(1)));
        await sandbox.GitAsync("checkout", "--quiet", "main");
        return sandbox;
    }

    private static string Digits(int seed)
    {
        var bytes = new byte[16 * 1024];
        new Random(seed).NextBytes(bytes);
        return string.Concat(Convert.ToHexString(bytes).Chunk(64).Select(line => new string(line) + "\n"));
    }

    private static Task<CliRun> RunAsync(GitSandbox sandbox, string gitCommand, string body, params string[] arguments)
    {
        var path = sandbox.Environment["PATH"];
        Script.Write(
            sandbox.Beside("bin/git"),
            $"""
            PATH='{path}'
            case " $* " in
            *" {gitCommand} "*) {body} ;;
            esac
            exec git "$@"
            """);
        Dictionary<string, string> environment = new(sandbox.Environment, StringComparer.Ordinal) { ["PATH"] = $"{sandbox.Beside("bin")}:{path}" };
        return CliRun.InAsync(sandbox.WorkTree, environment, arguments);
    }
}

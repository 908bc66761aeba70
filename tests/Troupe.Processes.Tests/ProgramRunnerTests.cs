using System.Text;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Processes.Tests;

public sealed class ProgramRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_OutputAndError_AreKeptApart()
    {
        var result = await Scripts.RunAsync("echo out; echo err >&2");

        (result.ExitCode, result.OutputText, result.ErrorText, result.Truncated).ShouldBe((0, "out\n", "err\n", false));
        result.Ending.ShouldBe(ProgramEnding.Exited);
    }

    [Fact]
    public async Task RunAsync_InputAndOutputFiles_AreTheProgramsStreamsWhateverTheLimit()
    {
        using var folder = new TemporaryFolder();
        var content = string.Concat(Enumerable.Repeat("line\n", 100_000));
        await File.WriteAllTextAsync(folder["in"], content, Token);
        var request = Scripts.Shell("cat; echo err >&2") with { InputFile = folder["in"], OutputFile = folder["out"], OutputLimit = 10 };

        var result = await ProgramRunner.RunAsync(request, Token);

        (result.OutputText, result.ErrorText, result.Truncated).ShouldBe(("", "err\n", false));
        (await File.ReadAllTextAsync(folder["out"], Token)).ShouldBe(content);
    }

    [Fact]
    public async Task RunAsync_OutputFileIsThere_IsRefusedAndLeftAsItIs()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["out"], "precious", Token);

        var refusal = await Should.ThrowAsync<TroupeException>(
            () => ProgramRunner.RunAsync(Scripts.Shell("echo x") with { OutputFile = folder["out"] }, Token));

        refusal.Message.ShouldContain(folder["out"]);
        (await File.ReadAllTextAsync(folder["out"], Token)).ShouldBe("precious");
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("kill -9 $$", 137)]
    [InlineData("kill -15 $$", 143)]
    public async Task RunAsync_EndOfProgram_GivesShellsExitCode(string script, int code) =>
        (await Scripts.RunAsync(script)).ExitCode.ShouldBe(code);

    [Fact]
    public async Task RunAsync_Environment_IsExactlyTheGivenOneAndTheMarker()
    {
        var request = Scripts.Shell("") with
        {
            Program = "env",
            Arguments = [],
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["Ä"] = "ö=ü" },
        };

        var lines = (await ProgramRunner.RunAsync(request, Token)).OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Where(line => !line.StartsWith("TROUPE_RUN=", StringComparison.Ordinal)).ShouldBe(["PATH=/usr/bin:/bin", "Ä=ö=ü"]);
        lines.Length.ShouldBe(3);
    }

    [Fact]
    public async Task RunAsync_Arguments_ArriveAsTheyAre()
    {
        string[] arguments = ["%s\\n", "", "a b", "'\"$x`*\\", "ünï\ncode"];

        var result = await ProgramRunner.RunAsync(Scripts.Shell("") with { Program = "printf", Arguments = arguments }, Token);

        result.OutputText.ShouldBe("\na b\n'\"$x`*\\\nünï\ncode\n");
    }

    [Fact]
    public async Task RunAsync_WorkingDirectory_IsWhereItRuns() =>
        (await ProgramRunner.RunAsync(Scripts.Shell("pwd") with { WorkingDirectory = "/usr" }, Token)).OutputText.ShouldBe("/usr\n");

    [Fact]
    public async Task RunAsync_NoInput_StandardInputIsEmpty() =>
        (await Scripts.RunAsync("wc -c")).OutputText.Trim().ShouldBe("0");

    [Fact]
    public async Task RunAsync_Megabytes_BothWaysAtOnceWithoutDeadlock()
    {
        var input = Encoding.ASCII.GetBytes(new string('x', 8_000_000));

        var result = await ProgramRunner.RunAsync(Scripts.Shell("tee /dev/stderr") with { Input = input }, Token);

        result.Output.Length.ShouldBe(input.Length);
        result.Error.Length.ShouldBe(input.Length);
    }

    [Fact]
    public async Task RunAsync_ProgramClosesInputEarly_IsNoError()
    {
        var result = await ProgramRunner.RunAsync(Scripts.Shell("exec <&-; echo done") with { Input = new byte[4_000_000] }, Token);

        (result.ExitCode, result.OutputText).ShouldBe((0, "done\n"));
    }

    [Fact]
    public async Task RunAsync_MoreThanTheLimit_IsReadAndDropped()
    {
        var megabytes = 200;
        var request = Scripts.Shell($"head -c {megabytes}000000 /dev/zero; echo end >&2") with { OutputLimit = 1000 };

        var result = await ProgramRunner.RunAsync(request, Token);

        (result.ExitCode, result.Output.Length, result.Truncated, result.ErrorText).ShouldBe((0, 1000, true, "end\n"));
    }

    [Fact]
    public async Task RunAsync_ExactlyTheLimit_IsNotTruncated()
    {
        var result = await ProgramRunner.RunAsync(Scripts.Shell("printf 12345") with { OutputLimit = 5 }, Token);

        (result.OutputText, result.Truncated).ShouldBe(("12345", false));
    }

    [Fact]
    public async Task RunAsync_Received_GetsOutputAndErrorInOrder()
    {
        var text = new StringBuilder();
        var request = Scripts.Shell("for i in 1 2 3; do echo o$i; echo e$i >&2; done")
            with { Received = bytes => text.Append(Encoding.UTF8.GetString(bytes)) };

        var result = await ProgramRunner.RunAsync(request, Token);

        text.ToString().ShouldBe("o1\ne1\no2\ne2\no3\ne3\n");
        result.Output.Length.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_ManyAtOnce_EachGetsItsOwn()
    {
        var runs = Enumerable.Range(0, 200)
            .Select(i => ProgramRunner.RunAsync(Scripts.Shell($"cat; exit {i % 100}") with { Input = Encoding.ASCII.GetBytes($"in{i}") }, Token));

        var results = await Task.WhenAll(runs);

        results.Select(result => (result.ExitCode, result.OutputText))
            .ShouldBe(Enumerable.Range(0, 200).Select(i => (i % 100, $"in{i}")));
    }

    [Fact]
    public async Task RunAsync_Descriptors_OnlyTheStandardOnesReachTheProgram()
    {
        using var locked = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

        // ls itself opens the folder that it lists.
        (await Scripts.RunAsync("ls /proc/self/fd | wc -l")).OutputText.Trim().ShouldBe("4");
    }

    [Fact]
    public async Task RunAsync_Signals_AreAtTheirDefaults()
    {
        // Signals 32 and 33 belong to the C library, which ignores them in every program that it spawns.
        var lines = (await Scripts.RunAsync("grep -E 'Sig(Blk|Ign)' /proc/self/status")).OutputText.Trim().Split('\n');

        lines.Select(line => Convert.ToUInt64(line.Split('\t')[1], 16) & 0x7fffffff).ShouldBe([0UL, 0UL]);
    }

    [Fact]
    public async Task RunAsync_ProcessesOfTheRuntime_KeepTheirExitCodes()
    {
#pragma warning disable RS0030 // what is tested is that the runtime's own children and ours leave one another alone
        using var foreign = System.Diagnostics.Process.Start("sh", ["-c", "sleep 0.1; exit 5"]);
#pragma warning restore RS0030
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Scripts.RunAsync("(setsid sleep 0.02 &) ; exit 3")));
        await foreign.WaitForExitAsync(Token);

        foreign.ExitCode.ShouldBe(5);
        (await Scripts.RunAsync("exit 4")).ExitCode.ShouldBe(4);
    }
}

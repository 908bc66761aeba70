using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Processes.Tests;

public sealed class MissingProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task RunAsync_UnknownName_SaysWhichAndWhereItLooked()
    {
        var failure = await FailAsync("no-such-program");

        failure.Message.ShouldContain("'no-such-program' was not found in PATH");
        failure.Code.ShouldBe(ErrorCode.Process);
    }

    [Fact]
    public async Task RunAsync_UnknownPath_SaysSo() => (await FailAsync("./gone")).Message.ShouldContain("'./gone' does not exist");

    [Fact]
    public async Task RunAsync_Folder_SaysSo() => (await FailAsync("/usr")).Message.ShouldContain("is a folder");

    [Fact]
    public async Task RunAsync_NotExecutable_SaysWhatToDo()
    {
        await File.WriteAllTextAsync(_folder["script"], "#!/bin/sh\n", TestContext.Current.CancellationToken);

        (await FailAsync("./script")).Message.ShouldContain("chmod +x ./script");
    }

    [Theory]
    [InlineData("echo no first line\n", "first line")]
    [InlineData("#!/no/such/interpreter\n", "interpreter")]
    public async Task RunAsync_NotRunnable_SaysWhy(string content, string expected)
    {
        await File.WriteAllTextAsync(_folder["script"], content, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder["script"], UnixFileMode.UserExecute | UnixFileMode.UserRead);

        (await FailAsync("./script")).Message.ShouldContain(expected);
    }

    [Fact]
    public async Task RunAsync_PathOfTheRequest_Counts()
    {
        await File.WriteAllTextAsync(_folder["mine"], "#!/bin/sh\necho here\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder["mine"], UnixFileMode.UserExecute | UnixFileMode.UserRead);
        var request = Request("mine") with { Environment = new Dictionary<string, string> { ["PATH"] = _folder.Path } };

        (await ProgramRunner.RunAsync(request, TestContext.Current.CancellationToken)).OutputText.ShouldBe("here\n");
    }

    [Fact]
    public async Task RunAsync_MissingFolder_SaysWhich()
    {
        var failure = await Should.ThrowAsync<TroupeException>(() => ProgramRunner.RunAsync(
            Request("true") with { WorkingDirectory = _folder["gone"] }, TestContext.Current.CancellationToken));

        failure.Message.ShouldContain($"'{_folder["gone"]}' does not exist");
    }

    [Fact]
    public async Task RunAsync_TooLongArguments_SaysWhatToDo()
    {
        var failure = await Should.ThrowAsync<TroupeException>(() => ProgramRunner.RunAsync(
            Request("true") with { Arguments = [new string('x', 3_000_000)] }, TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("standard input");
    }

    [Fact]
    public async Task RunAsync_NulInArgument_IsRefused()
    {
        var failure = await Should.ThrowAsync<TroupeException>(() => ProgramRunner.RunAsync(
            Request("true") with { Arguments = ["a\0b"] }, TestContext.Current.CancellationToken));

        failure.Code.ShouldBe(ErrorCode.InvalidArgument);
    }

    [Fact]
    public async Task RunAsync_FailuresToStart_LeaveNoDescriptorOpen()
    {
        await FailAsync("no-such-program");
        var before = Directory.GetFiles("/proc/self/fd").Length;
        for (var i = 0; i < 50; i++)
        {
            await FailAsync("no-such-program");
        }

        // Other tests run in this process at the same time.
        Directory.GetFiles("/proc/self/fd").Length.ShouldBeLessThan(before + 50);
    }

    public void Dispose() => _folder.Dispose();

    private Task<TroupeException> FailAsync(string program) => Should.ThrowAsync<TroupeException>(
        () => ProgramRunner.RunAsync(Request(program), TestContext.Current.CancellationToken));

    private ProgramRequest Request(string program) => Scripts.Shell("") with
    {
        Program = program,
        Arguments = [],
        WorkingDirectory = _folder.Path,
    };
}

using Troupe.Testing;

namespace Troupe.Processes.Tests;

public sealed class DetachedProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_Program_HasItsOwnSessionAndNoMarkerAndWritesItsLog()
    {
        var process = Start("echo $$; cut -d' ' -f6 /proc/$$/stat; echo \"${TROUPE_RUN-none}\"; ls -l /proc/self/fd/0 >&2; mv log done");

        var lines = await _folder.WaitForFileAsync("done");

        lines[..3].ShouldBe([$"{process}", $"{process}", "none"]);
        lines[3].ShouldEndWith("/dev/null");
    }

    [Fact]
    public async Task Start_Program_IsLeftAloneByTheRunsBesideIt()
    {
        var sleep = Scripts.UniqueSleep();
        var process = Start($"mv log done; exec {sleep}");
        await _folder.WaitForFileAsync("done");

        await Scripts.RunAsync("(setsid sleep 1000 &)");

        Scripts.IsAlive(sleep).ShouldBeTrue();
        await Scripts.RunAsync($"kill {process}");
    }

    [Fact]
    public async Task Start_ProgramThatEnds_LeavesNoZombie()
    {
        var process = Start("mv log done");
        await _folder.WaitForFileAsync("done");

        await _folder.WaitAsync(() => !Directory.Exists($"/proc/{process}"));
    }

    public void Dispose() => _folder.Dispose();

    private int Start(string script) => DetachedProcess.Start(new DetachedRequest
    {
        Program = "sh",
        Arguments = ["-c", script],
        WorkingDirectory = _folder.Path,
        Environment = Scripts.Surroundings,
        LogFile = _folder["log"],
    });
}

using System.Collections;
using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>
/// An ext4 file system on a loop device, whose power can be cut while programs write to it. Its image lies in a second file system, which is
/// frozen while the image is copied: no write to the device is done in between, so the copy is what the disk held at one moment. What the
/// programs had written and the kernel had not yet brought to the device is not in it. A clone on a file system with reflinks would hold the same.
/// </summary>
internal sealed class CrashDisk : IAsyncDisposable
{
    // The outer file system need not wait for the real disk: the copy is taken from above it.
    private const string Make = """
        cd "$1"; mkdir outer disk crashed
        truncate -s 2G outer.img; mkfs.ext4 -q outer.img; mount -o loop,barrier=0 outer.img outer
        truncate -s 512M outer/disk.img; mkfs.ext4 -q outer/disk.img; mount -o loop outer/disk.img disk
        """;

    private const string Cut = """
        cd "$1"; trap 'fsfreeze --unfreeze outer' EXIT; trap 'exit 1' HUP INT TERM
        fsfreeze --freeze outer; cp --sparse=auto outer/disk.img crashed.img
        """;

    private const string Start = """cd "$1"; mount -o loop crashed.img crashed""";

    // Lazily: a log that appended keeps its files open as long as it lives.
    private const string Stop = """cd "$1"; umount --lazy crashed; rm crashed.img""";

    private const string End = """cd "$1"; for m in crashed disk outer; do if mountpoint -q $m; then umount $m || umount --lazy $m; fi; done""";

    private readonly TemporaryFolder _folder;

    private CrashDisk(TemporaryFolder folder) => _folder = folder;

    /// <summary>Where programs write.</summary>
    public string Folder => _folder["disk"];

    /// <summary>
    /// Null unless TROUPE_CRASH_IMAGES=1 asks for such disks and the machine has what they need: to be root, loop devices, mkfs.ext4, fsfreeze.
    /// They are mounted and frozen in the kernel that all containers of a machine share, so nobody gets them who did not ask.
    /// </summary>
    public static async Task<CrashDisk?> TryMakeAsync(TemporaryFolder folder)
    {
        if (Environment.GetEnvironmentVariable("TROUPE_CRASH_IMAGES") != "1" || !Environment.IsPrivilegedProcess || !File.Exists("/dev/loop-control"))
        {
            return null;
        }

        var disk = new CrashDisk(folder);
        if ((await RunAsync(folder, Make + "\nfsfreeze --freeze outer; fsfreeze --unfreeze outer")).ExitCode == 0)
        {
            return disk;
        }

        await disk.DisposeAsync();
        return null;
    }

    /// <summary>Copies what the disk holds at this moment, while the programs go on; mounts the copy as a machine does that starts again; reads it.</summary>
    public async Task CutPowerAsync(Func<string, Task> read)
    {
        await SucceedAsync(Cut);
        await SucceedAsync(Start);
        await read(_folder["crashed"]);
        await SucceedAsync(Stop);
    }

    public async ValueTask DisposeAsync() => await RunAsync(_folder, End);

    private async Task SucceedAsync(string script)
    {
        var result = await RunAsync(_folder, script);
        result.ExitCode.ShouldBe(0, result.ErrorText);
    }

    // No token: a script that was begun must end, or the machine keeps what it mounted and froze. One that hangs is a failure, not a wait.
    private static Task<ProgramResult> RunAsync(TemporaryFolder folder, string script) => ProgramRunner.RunAsync(
        new ProgramRequest
        {
            Program = "/bin/sh",
            Arguments = ["-euc", script, "sh", folder.Path],
            WorkingDirectory = "/",
            Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal),
            Timeout = TimeSpan.FromMinutes(1),
        },
        CancellationToken.None);
}

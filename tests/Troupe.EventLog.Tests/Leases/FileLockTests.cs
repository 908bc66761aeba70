using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed partial class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["lock"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryAcquire_WhileItIsHeld_IsRefusedUntilItIsLetGo()
    {
        FileLock.IsHeld(File).ShouldBeFalse();
        using (FileLock.TryAcquire(File).ShouldNotBeNull())
        {
            FileLock.IsHeld(File).ShouldBeTrue();
            FileLock.TryAcquire(File).ShouldBeNull();
        }

        FileLock.IsHeld(File).ShouldBeFalse();
        FileLock.TryAcquire(File).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task TryAcquire_WhileOthersAskAllTheTime_NeverFails()
    {
        FileLock.TryAcquire(File)!.Dispose();
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    FileLock.IsHeld(File);
                }
            },
            TestContext.Current.CancellationToken);

        for (var i = 0; i < 5000; i++)
        {
            FileLock.TryAcquire(File).ShouldNotBeNull($"try {i}").Dispose();
        }

        await stop.CancelAsync();
        await asking;
    }

    [Fact]
    public void Dispose_WhileAForkedChildStillHasTheFile_GivesItBackAtOnce()
    {
        var held = FileLock.TryAcquire(File).ShouldNotBeNull();
        using var childs = Duplicate(File);

        held.Dispose();
        held.Dispose();

        FileLock.TryAcquire(File).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void IsHeld_OfWhatCannotBeOpened_IsAnErrorAndNoGuess()
    {
        System.IO.File.CreateSymbolicLink(File, "lock");

        Should.Throw<TroupeException>(() => FileLock.IsHeld(File)).Code.ShouldBe(ErrorCode.Storage);
    }

    // A child between fork and exec has every open file of its parent, as a duplicate of the same "open file description".
    private static SafeFileHandle Duplicate(string path)
    {
        var descriptor = Directory.EnumerateFiles("/proc/self/fd").Single(link => new FileInfo(link).LinkTarget == path);
        return new SafeFileHandle(dup(int.Parse(Path.GetFileName(descriptor), CultureInfo.InvariantCulture)), ownsHandle: true);
    }

    [LibraryImport("libc", SetLastError = true)]
    [SuppressMessage("Style", "IDE1006", Justification = "The name of the system call.")]
    private static partial int dup(int descriptor);
}

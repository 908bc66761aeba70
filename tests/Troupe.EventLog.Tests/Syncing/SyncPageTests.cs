using System.Buffers.Binary;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>The page as other programs find it (docs/specs/event-log.md).</summary>
public sealed class SyncPageTests : IDisposable
{
    private static readonly Guid Boot = Guid.Parse("01020304-0506-4708-890a-0b0c0d0e0f10");
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["events.sync"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Page_AfterASyncAndDuringAnother_IsAsSpecified()
    {
        System.IO.File.WriteAllBytes(File, SyncPage.Empty(Boot));
        using var file = StorageFile.Open(LinuxCalls.Instance, File, OpenMode.ReadWrite);
        using var page = SyncPage.TryMap(LinuxCalls.Instance, file).ShouldNotBeNull();
        (page.First, page.Written) = (3, 7);
        var (number, reach) = page.Begin();
        page.Publish(reach);
        page.End(number);
        page.Written = 9;
        page.Begin();

        var bytes = System.IO.File.ReadAllBytes(File);

        var expected = new byte[4096];
        "TRPSYN01"u8.CopyTo(expected);
        Convert.FromHexString("0403020106050847890A0B0C0D0E0F10").CopyTo(expected, 16);
        BinaryPrimitives.WriteInt64LittleEndian(expected.AsSpan(32), 3);
        BinaryPrimitives.WriteInt64LittleEndian(expected.AsSpan(40), 9);
        BinaryPrimitives.WriteInt64LittleEndian(expected.AsSpan(48), 7);
        BinaryPrimitives.WriteInt32LittleEndian(expected.AsSpan(64), 1);
        BinaryPrimitives.WriteInt32LittleEndian(expected.AsSpan(68), 2);
        BinaryPrimitives.WriteInt64LittleEndian(expected.AsSpan(128 + (2 * 8)), 9);
        bytes.ShouldBe(expected);
    }

    [Fact]
    public void Publish_LessThanIsKnown_ChangesNothing()
    {
        System.IO.File.WriteAllBytes(File, SyncPage.Empty(Boot));
        using var file = StorageFile.Open(LinuxCalls.Instance, File, OpenMode.ReadWrite);
        using var page = SyncPage.TryMap(LinuxCalls.Instance, file).ShouldNotBeNull();

        page.Publish(8);
        page.Publish(5);

        page.Synced.ShouldBe(8);
    }

    [Fact]
    public async Task End_SomebodySleeps_IsWoken()
    {
        System.IO.File.WriteAllBytes(File, SyncPage.Empty(Boot));
        using var file = StorageFile.Open(LinuxCalls.Instance, File, OpenMode.ReadWrite);
        using var page = SyncPage.TryMap(LinuxCalls.Instance, file).ShouldNotBeNull();
        using var other = SyncPage.TryMap(LinuxCalls.Instance, file).ShouldNotBeNull();
        var number = page.Begin().Number;
        var ended = other.Ended;

        var sleeper = Task.Run(() => other.Sleep(number, ended, TimeSpan.FromSeconds(20)), TestContext.Current.CancellationToken);
        await WaitForSleeperAsync();
        page.End(number);

        (await sleeper).ShouldBeTrue();
    }

    /// <summary>Until the page says that somebody sleeps: it does right before the system is asked to let it.</summary>
    private async Task WaitForSleeperAsync()
    {
        const int sleepersAt = 72;
        while (BitConverter.ToInt32(await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken), sleepersAt) == 0)
        {
            await Task.Yield();
        }
    }
}

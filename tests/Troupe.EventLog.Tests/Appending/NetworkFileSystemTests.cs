using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Nothing is written where the locks of one machine are not those of another.</summary>
public sealed class NetworkFileSystemTests : IDisposable
{
    private const uint Fuse = 0x65735546;

    private readonly TemporaryFolder _folder = new();
    private readonly FaultyCalls _calls = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0x6969, "NFS")]
    [InlineData(0xff534d42, "SMB")]
    [InlineData(0x01021997, "9p")]
    [InlineData(0x00c36400, "Ceph")]
    [InlineData(0x0bd00bd0, "Lustre")]
    [InlineData(0x7461636f, "OCFS2")]
    public async Task Append_NetworkFileSystem_IsRefusedWithTheAlternatives(uint type, string name)
    {
        _calls.Instead = (call, _) => call == "fileSystemType" ? type : null;
        var log = new FileEventLog(_folder["log"], TimeProvider.System, _calls);

        var refusal = await Should.ThrowAsync<TroupeException>(async () => await log.AppendAsync(SegmentedLog.RecordOf(0), TestContext.Current.CancellationToken));

        refusal.Code.ShouldBe(ErrorCode.Storage);
        refusal.Message.ShouldContain($"({name})");
        refusal.Message.ShouldContain("local disk");
        Directory.GetFiles(_folder["log"]).ShouldBeEmpty();
        (await SmallLog.ReadAsync(log)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LeaseAndBlob_NetworkFileSystem_AreRefused()
    {
        _calls.Instead = (call, _) => call == "fileSystemType" ? 0x6969 : null;

        (await Should.ThrowAsync<TroupeException>(async () =>
            await new FileLease(_folder["leases"], _calls).TryAcquireAsync("sprint", "me", TestContext.Current.CancellationToken))).Message.ShouldContain("NFS");
        (await Should.ThrowAsync<TroupeException>(async () =>
            await new FileBlobStore(_folder["blobs"], _calls).PutAsync("text"u8.ToArray(), TestContext.Current.CancellationToken))).Message.ShouldContain("NFS");
    }

    [Fact]
    public async Task Append_FuseOfThisMachine_Works()
    {
        _calls.Instead = (call, _) => call == "fileSystemType" ? Fuse : null;
        var log = new FileEventLog(_folder["log"], TimeProvider.System, _calls);

        (await log.AppendAsync(SegmentedLog.RecordOf(0), TestContext.Current.CancellationToken)).Duplicate.ShouldBeFalse();
    }

    [Theory]
    [InlineData("36 35 0:77 / /mnt/team rw shared:1 - fuse.sshfs me@host:/team rw", "sshfs")]
    [InlineData("36 35 0:77 / /mnt/team rw shared:1 - fuse.gocryptfs /secret rw", null)]
    [InlineData("36 35 0:78 / /mnt/team rw shared:1 - fuse.sshfs me@host:/team rw", null)]
    [InlineData("", null)]
    public void RemoteProgramOf_Mounts_IsThatOfTheDevice(string line, string? program) =>
        NetworkFileSystem.RemoteProgramOf("1 0 8:1 / / rw - ext4 /dev/sda rw\n" + line + "\n", new FileStatus(0, Device: 77UL << 32, 1, 1)).ShouldBe(program);
}

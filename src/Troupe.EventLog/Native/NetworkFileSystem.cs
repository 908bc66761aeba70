using System.Globalization;
using System.Text;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Refuses to write where several machines may: there the locks of one machine are not those of another, and a sync may mean
/// nothing. Reading is always possible.
/// </summary>
internal static class NetworkFileSystem
{
    private const uint Fuse = 0x65735546;
    private const string Mounts = "/proc/self/mountinfo";
    private const int LongestMounts = 1024 * 1024;

    /// <param name="calls">How to ask.</param>
    /// <param name="folder">The folder that is to be written to; it exists.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: it is on a network file system.</exception>
    public static void Refuse(ISystemCalls calls, StorageFile folder)
    {
        var type = (uint)folder.FileSystemType();
        var name = type == Fuse ? RemoteProgram(calls, folder) : NameOf(type);
        if (name is not null)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"'{Printable.Escape(folder.Path)}' is on a network file system ({name}), where locks and syncs do not hold between machines: nothing is written there. "
                + "Keep the repository on a local disk; to work from several machines, clone it on each. Reading works everywhere.");
        }
    }

    /// <summary>By the numbers of statfs(2). Null: a file system of this machine.</summary>
    public static string? NameOf(uint type) => type switch
    {
        0x6969 => "NFS",
        0x517b or 0xff534d42 or 0xfe534d42 => "SMB",
        0x01021997 => "9p",
        0x5346414f or 0x6b414653 => "AFS",
        0x00c36400 => "Ceph",
        0x0bd00bd0 => "Lustre",
        0x01161970 => "GFS2",
        0x7461636f => "OCFS2",
        0x73757245 => "Coda",
        0x47504653 => "GPFS",
        0x19830326 => "BeeGFS",
        0x20030528 => "OrangeFS",
        0x564c => "NCP",
        0x786f4256 => "a shared folder of VirtualBox",
        _ => null,
    };

    /// <summary>Which remote program shows the files of a device.</summary>
    /// <param name="mounts">The text of <c>/proc/self/mountinfo</c>.</param>
    /// <param name="folder">Where the device comes from.</param>
    public static string? RemoteProgramOf(string mounts, FileStatus folder)
    {
        var device = string.Create(CultureInfo.InvariantCulture, $"{(uint)folder.Device}:{(uint)(folder.Device >> 32)}");
        foreach (var line in mounts.Split('\n'))
        {
            // 36 35 98:0 /root /mount/point options … - TYPE SOURCE OPTIONS
            var fields = line.Split(' ');
            var dash = Array.IndexOf(fields, "-");
            if (fields.Length > 3 && fields[2] == device && dash > 0 && dash + 1 < fields.Length
                && fields[dash + 1].StartsWith("fuse.", StringComparison.Ordinal) && IsRemote(fields[dash + 1]["fuse.".Length..]))
            {
                return fields[dash + 1]["fuse.".Length..];
            }
        }

        return null;
    }

    /// <summary>Programs that show another machine's files through FUSE; what others show is taken for local.</summary>
    private static bool IsRemote(string program) => program is
        "sshfs" or "s3fs" or "rclone" or "gcsfuse" or "goofys" or "glusterfs" or "ceph-fuse" or "davfs" or "curlftpfs"
        or "smbnetfs" or "juicefs" or "mfsmount" or "seaweedfs" or "blobfuse" or "blobfuse2" or "beegfs";

    private static string? RemoteProgram(ISystemCalls calls, StorageFile folder)
    {
        using var file = StorageFile.TryOpen(calls, Mounts, OpenMode.Read);
        if (file is null)
        {
            return null;
        }

        var text = new byte[LongestMounts];
        return RemoteProgramOf(Encoding.UTF8.GetString(text, 0, file.Read(text, 0)), folder.Status());
    }
}

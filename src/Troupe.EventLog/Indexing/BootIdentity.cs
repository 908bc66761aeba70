using System.Buffers.Text;

namespace Troupe.EventLog;

/// <summary>Which run of the machine this is: what was in memory only is gone with it.</summary>
internal static class BootIdentity
{
    private const string Source = "/proc/sys/kernel/random/boot_id";

    /// <summary>Where the system does not say, every process counts as a boot of its own: slower, never wrong.</summary>
    public static Guid Read(ISystemCalls calls)
    {
        using var file = StorageFile.TryOpen(calls, Source, OpenMode.Read);
        Span<byte> text = stackalloc byte[36];
        return file?.Read(text, 0) == text.Length && Utf8Parser.TryParse(text, out Guid boot, out _, 'D')
            ? boot
            : Guid.CreateVersion7();
    }
}

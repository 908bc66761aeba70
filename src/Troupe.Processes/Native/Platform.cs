using System.Runtime.InteropServices;
using Troupe.Core;

namespace Troupe.Processes.Native;

/// <summary>What has to hold in this process before the first program is started.</summary>
internal static class Platform
{
    private static readonly Lazy<bool> Ready = new(Prepare);

    /// <exception cref="TroupeException">This system is not supported.</exception>
    public static void Require() => _ = Ready.Value;

    private static bool Prepare()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            throw new TroupeException(
                ErrorCode.Process,
                $"Troupe can run programs on Linux (x64 and arm64) only so far; this is {RuntimeInformation.RuntimeIdentifier}. "
                + "Use a Linux machine, a container or WSL.");
        }

        // A program that closes its standard input early must cost us an error number, not our life.
        _ = LibC.Signal(Linux.SignalPipe, Linux.SignalIgnore);
        if (IgnoresChildren())
        {
            // Inherited from whoever started us: the kernel would then reap our children before we learn their exit codes.
            _ = LibC.Signal(Linux.SignalChild, Linux.SignalDefault);
        }

        // What our programs leave behind becomes our child instead of init's, so that it can be found and ended.
        _ = LibC.ProcessControl(Linux.SetChildSubreaper, 1, 0, 0, 0);
        return true;
    }

    private static bool IgnoresChildren()
    {
        const string Name = "SigIgn:";
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
        return line is not null
            && ulong.TryParse(line.AsSpan(Name.Length).Trim(), System.Globalization.NumberStyles.HexNumber, null, out var ignored)
            && (ignored & (1UL << (Linux.SignalChild - 1))) != 0;
    }
}

using System.Runtime.InteropServices;

namespace Troupe.Processes.Native;

/// <summary>Numbers of the Linux interface, the same on x64 and arm64 unless said otherwise.</summary>
internal static class Linux
{
    internal const int ErrorNotPermitted = 1;
    internal const int ErrorNoEntry = 2;
    internal const int ErrorNoProcess = 3;
    internal const int ErrorInterrupted = 4;
    internal const int ErrorTooBig = 7;
    internal const int ErrorNotExecutable = 8;
    internal const int ErrorTryAgain = 11;
    internal const int ErrorNoMemory = 12;
    internal const int ErrorAccess = 13;
    internal const int ErrorTooManyFiles = 24;

    internal const int SignalKill = 9;
    internal const int SignalPipe = 13;
    internal const int SignalTerminate = 15;
    internal const int SignalChild = 17;
    internal const nint SignalDefault = 0;
    internal const nint SignalIgnore = 1;

    internal const int OpenWriteOnly = 1;
    internal const int OpenCreate = 0x40;
    internal const int OpenExclusive = 0x80;
    internal const int OpenAppend = 0x400;
    internal const int OpenNonBlocking = 0x800;
    internal const int OpenCloseOnExec = 0x80000;
    internal const int CurrentFolder = -100;
    internal const int StatusOfLink = 0x100;
    internal const int StatusOfDescriptor = 0x1000;
    internal const uint StatusType = 1;
    internal const uint StatusMode = 2;
    internal const uint StatusOwner = 8;

    // The one number here that the processor decides.
    internal static readonly int OpenNoFollow = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    internal const int ControlSetStatus = 4;
    internal const int ControlDuplicateCloseOnExec = 1030;
    internal const int AccessExecute = 1;
    internal const int WaitNoHang = 1;
    internal const int SetChildSubreaper = 36;
    internal const int PidfdOpen = 434;

    internal const short SpawnSetSignalDefaults = 0x04;
    internal const short SpawnSetSignalMask = 0x08;
    internal const short SpawnSetSession = 0x80;

    internal const uint PollIn = 0x001;
    internal const uint PollOut = 0x004;
    internal const int EpollAdd = 1;
    internal const int EpollDelete = 2;
}

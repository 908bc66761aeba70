namespace Troupe.EventLog;

/// <summary>The errors that are treated differently from the rest (Linux numbers).</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int WouldBlock = 11;
    public const int AccessDenied = 13;
    public const int Exists = 17;
    public const int NoSpace = 28;
    public const int ReadOnly = 30;
    public const int NotImplemented = 38;
    public const int TimedOut = 110;
    public const int QuotaExceeded = 122;
}

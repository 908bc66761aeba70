using Troupe.Core;

namespace Troupe.Cli.Shell;

/// <summary>The exit codes of every command, and the one place where errors become one (docs/reference/exit-codes.md).</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Done, but not everything: a patch did not land, a persona was skipped, a check found something.</summary>
    public const int Incomplete = 1;

    public const int InvalidArgument = 2;
    public const int NotFound = 3;
    public const int NoRepository = 4;
    public const int InvalidSettings = 5;
    public const int Git = 6;
    public const int Busy = 7;
    public const int Storage = 8;
    public const int Process = 9;
    public const int Agent = 10;
    public const int RefMoved = 11;

    /// <summary>A defect in Troupe itself.</summary>
    public const int Bug = 70;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    public static int Of(ErrorCode code) => code switch
    {
        ErrorCode.InvalidArgument => InvalidArgument,
        ErrorCode.NotFound => NotFound,
        ErrorCode.NoRepository => NoRepository,
        ErrorCode.InvalidSettings => InvalidSettings,
        ErrorCode.Git => Git,
        ErrorCode.Busy => Busy,
        ErrorCode.Storage => Storage,
        ErrorCode.Process => Process,
        ErrorCode.Agent => Agent,
        ErrorCode.RefMoved => RefMoved,
        _ => Bug,
    };
}

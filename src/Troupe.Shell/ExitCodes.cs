using Troupe.Core;

namespace Troupe.Shell;

/// <summary>The exit codes of every command, and the one place where errors become one (docs/reference/exit-codes.md).</summary>
public static class ExitCodes
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

    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<ExitCode> All { get; } =
    [
        new(Success, nameof(Success), "Done, all of it."),
        new(Incomplete, nameof(Incomplete), "Done, but not everything: a patch did not land, a persona was skipped, the target branch was not moved although it was to be, a check found a problem."),
        new(InvalidArgument, nameof(InvalidArgument), "A command, option, name or number that makes no sense. Nothing was done."),
        new(NotFound, nameof(NotFound), "What was named or is needed does not exist: a persona, a message, a sprint (also: none has been run yet), a revision, anything to replay."),
        new(NoRepository, nameof(NoRepository), "No git repository, or no `.team` folder, where one is needed."),
        new(InvalidSettings, nameof(InvalidSettings), "`troupe.toml` or a persona's front matter is wrong; the message has file and line."),
        new(Git, nameof(Git), "git failed, is missing or is too old, or the repository's objects or refs cannot be written: no room, no permission, mounted read-only."),
        new(Busy, nameof(Busy), "Somebody else is at work on this repository or on these paths, a sprint has not ended and another one cannot begin, or a thread of mail has had its answers for this hour; the message says who, or which."),
        new(Storage, nameof(Storage), "A log, a blob or a state file cannot be written, or is damaged."),
        new(Process, nameof(Process), "A program could not be started or supervised."),
        new(Agent, nameof(Agent), "An agent cannot run a session, or a check has no program. Where a program is missing, that is found before a sprint begins."),
        new(RefMoved, nameof(RefMoved), "A branch was moved by somebody else in the meantime; nothing was overwritten."),
        new(Bug, nameof(Bug), "A defect in Troupe itself; the message holds what a report needs."),
        new(Interrupted, nameof(Interrupted), "Ended by Ctrl-C, SIGTERM or a terminal that was closed. What had been done is recorded; `troupe sprint resume` goes on."),
    ];

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

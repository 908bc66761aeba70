namespace Troupe.Core;

/// <summary>Why something could not be done. The command line maps each to one exit code (docs/reference/exit-codes.md).</summary>
public enum ErrorCode
{
    /// <summary>A name, number or combination of options that makes no sense.</summary>
    InvalidArgument,

    /// <summary>The thing that was named does not exist: a persona, a message, a sprint, a revision.</summary>
    NotFound,

    /// <summary>No git repository, or no <c>.team</c> folder, where one is needed.</summary>
    NoRepository,

    /// <summary><c>troupe.toml</c> or a persona's front matter is wrong.</summary>
    InvalidSettings,

    /// <summary>git failed, is too old, or is missing.</summary>
    Git,

    /// <summary>Somebody else holds the lease.</summary>
    Busy,

    /// <summary>A log, a blob or a state file cannot be written or is damaged.</summary>
    Storage,

    /// <summary>A program could not be started or supervised.</summary>
    Process,

    /// <summary>An agent could not run a session.</summary>
    Agent,

    /// <summary>A ref was moved by somebody else in the meantime.</summary>
    RefMoved,
}

namespace Troupe.Core;

/// <summary>Where a session stands. A closed set, persisted by name; names are never changed.</summary>
public enum SessionState
{
    Requested,
    Queued,
    Planning,
    Running,
    AwaitingApproval,
    AwaitingFeedback,
    Paused,

    /// <summary>The agent ended by itself and says that it succeeded.</summary>
    Completed,

    /// <summary>The agent could not run, or ended with an error.</summary>
    Failed,

    /// <summary>Its time was up.</summary>
    TimedOut,

    /// <summary>It gave no sign of life for too long.</summary>
    Stalled,

    Cancelled,

    /// <summary>Whoever supervised it is gone, and nobody knows how it ended.</summary>
    Lost,
}

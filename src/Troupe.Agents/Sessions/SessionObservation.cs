using Troupe.Core;

namespace Troupe.Agents;

/// <summary>How a session stands.</summary>
/// <param name="LastSignOfLife">When the agent last wrote output or changed a file.</param>
/// <param name="ExitCode">The agent's own; null when it was not the agent's end that ended the session.</param>
/// <param name="Detail">Why it failed or was lost, fit to show and to mail; may hold the last lines of the agent's output.</param>
public sealed record SessionObservation(
    SessionId Id,
    SessionState State,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? LastSignOfLife = null,
    DateTimeOffset? EndedAt = null,
    int? ExitCode = null,
    string? Detail = null)
{
    /// <summary>Whether nothing more will come of it by itself.</summary>
    public bool HasEnded => State is SessionState.Completed or SessionState.Failed or SessionState.TimedOut
        or SessionState.Cancelled or SessionState.Lost;
}

using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Analytics;

/// <summary>What the events of one session say, taken together.</summary>
internal sealed record SessionRow(SessionId Session, int Sprint)
{
    public long? Tick { get; init; }

    public string? Reason { get; init; }

    public string? Base { get; init; }

    public string State { get; init; } = Words.Of(SessionState.Requested);

    public DateTimeOffset? RequestedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Failure { get; init; }

    public string? Detail { get; init; }

    public string? Patch { get; init; }

    /// <summary>The session that an event is about; null: it is about none, or about what became of its patch.</summary>
    public static SessionId? SessionOf(SprintEvent happened) => happened switch
    {
        SessionRequested e => e.Session,
        SessionStarted e => e.Session,
        SessionObserved e => e.Session,
        SessionEnded e => e.Session,
        PatchCaptured e => e.Session,
        _ => null,
    };

    public SessionRow After(SprintEvent happened) => happened switch
    {
        SessionRequested e => this with { Tick = e.Tick, Reason = Words.Of(e.Reason), Base = e.Base.ToString(), RequestedAt = e.At },
        SessionStarted e => this with { StartedAt = StartedAt ?? e.At },
        SessionObserved e => this with { State = Words.Of(e.State), Detail = e.Detail },
        SessionEnded e => this with { State = Words.Of(e.State), EndedAt = e.At, Failure = e.Failure, Detail = e.Detail },
        PatchCaptured e => this with { Patch = e.Patch?.ToString() },
        _ => this,
    };
}

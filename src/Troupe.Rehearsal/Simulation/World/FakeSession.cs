using Troupe.Core;

namespace Troupe.Rehearsal.Simulation;

/// <summary>One session, as its agent knows it.</summary>
internal sealed record FakeSession
{
    public required SessionId Id { get; init; }

    public required CommitId Base { get; init; }

    public required SessionFate Fate { get; init; }

    public required DateTimeOffset RunsFrom { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Somebody ended it by force.</summary>
    public bool IsKilled { get; init; }

    /// <summary>What it leaves behind when it is over; null: nothing.</summary>
    public FakePatch? Delivery { get; init; }

    public SessionState StateAt(DateTimeOffset now)
    {
        if (IsKilled)
        {
            return SessionState.Lost;
        }

        var hangs = Fate is SessionFate.Hangs || IsBeyondOrders;
        if (!hangs && now >= EndsAt && (CancelledAt is null || EndsAt <= CancelledAt))
        {
            return Ending;
        }

        if (CancelledAt is not null && !IsBeyondOrders)
        {
            return SessionState.Cancelled;
        }

        return now < RunsFrom ? SessionState.Queued : SessionState.Running;
    }

    public bool HasEndedAt(DateTimeOffset now) =>
        StateAt(now) is SessionState.Completed or SessionState.Failed or SessionState.TimedOut
            or SessionState.Stalled or SessionState.Cancelled or SessionState.Lost;

    private bool IsBeyondOrders => Fate is SessionFate.IsDeaf or SessionFate.NeverCloses;

    private SessionState Ending => Fate switch
    {
        SessionFate.Succeeds or SessionFate.ChangesNothing => SessionState.Completed,
        SessionFate.Fails => SessionState.Failed,
        SessionFate.TimesOut => SessionState.TimedOut,
        SessionFate.Stalls => SessionState.Stalled,
        SessionFate.IsLost => SessionState.Lost,
        _ => SessionState.Running,
    };
}

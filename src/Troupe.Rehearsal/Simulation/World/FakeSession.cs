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

    /// <summary>What it leaves behind when it is over; null: nothing.</summary>
    public FakePatch? Delivery { get; init; }

    public SessionState StateAt(DateTimeOffset now)
    {
        var hangs = Fate is SessionFate.Hangs or SessionFate.IsDeaf;
        if (!hangs && now >= EndsAt && (CancelledAt is null || EndsAt <= CancelledAt))
        {
            return Ending;
        }

        if (CancelledAt is not null && Fate != SessionFate.IsDeaf)
        {
            return SessionState.Cancelled;
        }

        return now < RunsFrom ? SessionState.Queued : SessionState.Running;
    }

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

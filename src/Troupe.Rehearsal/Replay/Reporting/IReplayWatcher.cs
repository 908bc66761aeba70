namespace Troupe.Rehearsal.Replay;

/// <summary>Somebody who waits for a replay and wants to see that it gets on.</summary>
public interface IReplayWatcher
{
    /// <summary>The history is read and the cases are cut.</summary>
    void Found(HistoryReport history, int cases);

    void Finished(int number, int cases, CaseReport report);

    void Failed(int number, int cases, FailedCase failure);
}

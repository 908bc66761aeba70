using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Rehearsal.Replay;

namespace Troupe.Cli.Replay;

/// <summary>One line per case on standard error, and what of the history is not replayed.</summary>
internal sealed class ReplayProgress(Terminal terminal) : IReplayWatcher
{
    public void Found(HistoryReport history, int cases)
    {
        terminal.Say(
            $"{history.Commits} commits, {history.Mainline} of them on the mainline: "
            + $"{history.Merges} merged branches and {history.Squashes} squash landings, {history.Replayed} of them in {cases} cases");
        var left = history.LeftOut;
        terminal.Say(
            $"left out: {left.DirectCommits} direct commits, {left.SyncMerges} merges of the mainline itself, "
            + $"{left.OctopusMerges} octopus merges, {left.WithoutMergeBase} without a merge base");
    }

    public void Finished(int number, int cases, CaseReport report) => terminal.Say(
        $"case {number} of {cases} at {report.Base[..10]}: {report.LandedFifo} of {report.Personas} at once, "
        + $"{report.Landed} in {report.Ticks} ticks ({report.Seconds:0.0} s)");

    public void Failed(int number, int cases, FailedCase failure) =>
        terminal.Say($"case {number} of {cases} at {failure.Base[..10]} could not be run: {Printable.Escape(failure.Reason)}");
}

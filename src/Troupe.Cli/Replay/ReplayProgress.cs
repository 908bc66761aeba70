using Troupe.Core;
using Troupe.Rehearsal.Replay;
using Troupe.Shell;

namespace Troupe.Cli.Replay;

/// <summary>One line per case on standard error, and what of the history is not replayed.</summary>
internal sealed class ReplayProgress(Terminal terminal) : IReplayWatcher
{
    public void Found(HistoryReport history, int cases)
    {
        if (cases == 0)
        {
            // The error that follows says what was found.
            return;
        }

        terminal.Say(
            $"{Plural.Of(history.Commits, "commit")}, {history.Mainline} of them on the mainline: {Plural.Of(history.Merges, "merged branch", "merged branches")} "
            + $"and {Plural.Of(history.Squashes, "squash landing")}, {history.Replayed} of them in {Plural.Of(cases, "case")}");
        var left = history.LeftOut;
        terminal.Say(
            $"left out: {Plural.Of(left.DirectCommits, "direct commit")}, {Plural.Of(left.SyncMerges, "merge")} of the mainline itself, "
            + $"{Plural.Of(left.OctopusMerges, "octopus merge")}, {left.WithoutMergeBase} without a merge base");
    }

    public void Finished(int number, int cases, CaseReport report) => terminal.Say(
        $"case {number} of {cases} at {report.Base[..10]}: {report.LandedFifo} of {report.Personas} at once, "
        + $"{report.Landed} in {Plural.Of(report.Ticks, "tick")} ({report.Seconds:0.0} s)");

    public void Failed(int number, int cases, FailedCase failure) =>
        terminal.Say($"case {number} of {cases} at {failure.Base[..10]} could not be run: {Printable.Escape(failure.Reason)}");
}

using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// Cuts parallel sprints that could have been out of a repository's history and runs them through the real engine: recorded
/// agents, real Weaver, real mail. The repository itself is only read.
/// </summary>
public sealed class HistoryReplay(IReadOnlyDictionary<string, string> environment, TimeProvider time, IReplayWatcher watcher)
{
    /// <exception cref="TroupeException">No repository, an empty one, or a history in which nothing was open side by side.</exception>
    public async Task<ReplayReport> RunAsync(ReplayRequest request, CancellationToken cancellationToken)
    {
        var source = await ReplaySource.OpenAsync(request.Folder, environment, cancellationToken);
        var graph = await HistoryReader.ReadAsync(source.Repository.Git, source.Tip, cancellationToken);
        var mined = LandingMiner.Mine(graph);
        var cases = new CaseSelection(request.Batch, request.Cases).Choose(mined);
        var history = new HistoryReport(
            source.Tip.Value,
            graph.Count,
            mined.Line.Count,
            mined.Landings.Count(landing => landing.Kind == LandingKind.Merge),
            mined.Landings.Count(landing => landing.Kind == LandingKind.Squash),
            cases.Sum(one => one.Patches.Count),
            mined.LeftOut);
        watcher.Found(history, cases.Count);
        if (cases.Count == 0)
        {
            throw Nothing(source, history);
        }

        var (reports, failed) = await RunAsync(new CaseRun(source, time), cases, cancellationToken);
        return new ReplayReport
        {
            Repository = source.Name,
            Batch = request.Batch,
            History = history,
            Cases = reports,
            Failed = failed,
            Totals = ReplayTotals.Of(reports),
        };
    }

    private async Task<(List<CaseReport> Reports, List<FailedCase> Failed)> RunAsync(
        CaseRun run, IReadOnlyList<ReplayCase> cases, CancellationToken cancellationToken)
    {
        List<CaseReport> reports = [];
        List<FailedCase> failed = [];
        for (var number = 0; number < cases.Count; number++)
        {
            try
            {
                var report = await run.RunAsync(cases[number], cancellationToken);
                reports.Add(report);
                watcher.Finished(number + 1, cases.Count, report);
            }
            catch (TroupeException failure)
            {
                // One case whose objects are missing says nothing about the others.
                failed.Add(new FailedCase(cases[number].Base.Value, cases[number].Patches.Count, failure.Message));
                watcher.Failed(number + 1, cases.Count, failed[^1]);
            }
        }

        return (reports, failed);
    }

    private static TroupeException Nothing(ReplaySource source, HistoryReport history) => new(
        ErrorCode.NotFound,
        $"There is nothing to replay in '{Printable.Escape(source.Name)}': no two of its changes were open from one base at the same time. "
        + $"Changes are merge commits that took a branch in ({history.Merges} found) and squashed pull requests, whose subject ends in '(#n)' "
        + $"({history.Squashes} found), on the line of first parents from HEAD ({history.Mainline} of {history.Commits} in all). "
        + "Take a repository with a history of pull requests, or see 'troupe demo' and 'troupe simulate'.");
}

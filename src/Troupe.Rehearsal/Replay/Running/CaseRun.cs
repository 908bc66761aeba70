using System.Diagnostics;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Git;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Replay;

/// <summary>Runs cases through the engine, each in a scratch of its own.</summary>
internal sealed class CaseRun(ReplaySource source, TimeProvider time)
{
    public async Task<CaseReport> RunAsync(ReplayCase one, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var scratch = await ReplayScratch.CreateAsync(source, one.Base, cancellationToken);
        var patches = await RecordedPatch.WriteAsync(scratch.Repository, one.Patches, time.GetUtcNow(), cancellationToken);
        var held = await HeldPaths.CountAsync(scratch.Repository, one.Patches, cancellationToken);
        var weave = new FirstWeave();
        var state = await RunAsync(ReplayWorkplace.Make(scratch, patches, source.Environment, time), one, weave, cancellationToken);
        return CaseReport.Of(one, state, weave, held, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<SprintState> RunAsync(
        Workplace workplace, ReplayCase one, ISprintWatcher watcher, CancellationToken cancellationToken)
    {
        await using var orchestrator = await Orchestrator.TakeAsync(workplace, cancellationToken);
        var run = await orchestrator.BeginAsync(new SprintWish(SprintMode.Parallel, one.Base.Value), watcher, cancellationToken);
        await run.ToEndAsync(cancellationToken);
        return run.State;
    }
}

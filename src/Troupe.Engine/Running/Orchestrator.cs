using Troupe.Core;
using Troupe.EventLog;
using Troupe.Processes;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>
/// The one process that may run sprints of a repository. It holds a lease that dies with it; whoever comes second is told
/// who is there.
/// </summary>
public sealed class Orchestrator : IAsyncDisposable
{
    private const string LeaseName = "orchestrator";

    private readonly Workplace _workplace;
    private readonly ILeaseHold _hold;

    private Orchestrator(Workplace workplace, ILeaseHold hold, SprintLedger ledger)
    {
        _workplace = workplace;
        _hold = hold;
        Ledger = ledger;
    }

    /// <summary>The sprint log, read up to its end when the lease was taken.</summary>
    public SprintLedger Ledger { get; }

    /// <summary>What went wrong with the backup and the retention when the sprint began; empty also where none began.</summary>
    public IReadOnlyList<string> UpkeepProblems { get; private set; } = [];

    /// <exception cref="TroupeException"><see cref="ErrorCode.Busy"/>: another process runs sprints here.</exception>
    public static async Task<Orchestrator> TakeAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        if (await TryTakeAsync(workplace, cancellationToken) is { } orchestrator)
        {
            return orchestrator;
        }

        var other = await workplace.Lease.HolderAsync(LeaseName, cancellationToken);
        throw new TroupeException(
            ErrorCode.Busy,
            $"Sprints of this repository are run by another process already ({Printable.Escape(other ?? "which is just ending")}): "
            + "wait for it, or watch it with 'troupe sprint status'.");
    }

    /// <summary>Who runs sprints here now; null: nobody.</summary>
    public static async Task<SprintRunner?> RunnerAsync(Workplace workplace, CancellationToken cancellationToken) =>
        await workplace.Lease.HolderAsync(LeaseName, cancellationToken) is { } holder ? RunnerLine.Read(holder) : null;

    /// <summary>Null: another process runs sprints here.</summary>
    public static async Task<Orchestrator?> TryTakeAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var holder = RunnerLine.Write(new SprintRunner(Environment.ProcessId, workplace.Time.GetUtcNow()));
        if (await workplace.Lease.TryAcquireAsync(LeaseName, holder, cancellationToken) is not { } hold)
        {
            return null;
        }

        // One that was killed may have left a verify command running and a checkout behind.
        await ScratchFolder.SweepAsync(workplace.State.WeavesFolder);
        await ScratchFolder.SweepAsync(workplace.State.CheckoutsFolder);
        var ledger = new SprintLedger(workplace.SprintLog);
        await ledger.RefreshAsync(cancellationToken);
        return new Orchestrator(workplace, hold, ledger);
    }

    /// <summary>The sprint that has not ended; null: a new one may start.</summary>
    public SprintState? Unfinished => Ledger.Latest is { Ended: null } open ? open : null;

    /// <summary>Begins a new sprint.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Busy"/>: the last one has not ended.</exception>
    public async Task<SprintRun> BeginAsync(SprintWish wish, ISprintWatcher? watcher, CancellationToken cancellationToken)
    {
        if (Unfinished is { } open)
        {
            throw new TroupeException(
                ErrorCode.Busy,
                $"Sprint {open.Number} has not ended: go on with 'troupe sprint resume', or end it with 'troupe sprint abort'.");
        }

        var starter = new SprintStarter(_workplace, Ledger);
        var plan = await starter.PlanAsync(wish, cancellationToken);
        var backup = SprintBackup.Run(_workplace, cancellationToken);
        UpkeepProblems = [.. backup, .. await SprintRetention.RunAsync(_workplace, backedUp: backup.Count == 0, cancellationToken)];
        await starter.BeginAsync(plan, cancellationToken);
        return Resume(plan.Sprint, watcher);
    }

    /// <summary>Goes on with the sprint that has not ended; if it is paused, by the lead's order.</summary>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.NotFound"/>: there is none; <see cref="ErrorCode.Agent"/>: a program is missing of somebody who has to
    /// start. Nothing was done then.
    /// </exception>
    public async Task<SprintRun> ResumeAsync(ISprintWatcher? watcher, CancellationToken cancellationToken)
    {
        if (Unfinished is not { } open)
        {
            throw new TroupeException(ErrorCode.NotFound, "There is no unfinished sprint to go on with: start one with 'troupe sprint run'.");
        }

        await RequireProgramsAsync(open, cancellationToken);
        if (open.Paused is not null)
        {
            await new LeadOrders(_workplace, Ledger).ResumeAsync(open, cancellationToken);
        }

        return Resume(open.Number, watcher);
    }

    /// <summary>
    /// Only of those who will surely start: what runs already, waits for its weave or is given up goes on to the sprint's end
    /// without any program.
    /// </summary>
    private async Task RequireProgramsAsync(SprintState open, CancellationToken cancellationToken)
    {
        if (open.IsAborting)
        {
            return;
        }

        var starting = open.Roster.Where(persona => persona.Standing is Standing.Unstarted or Standing.Due).Select(persona => persona.Id).ToHashSet();
        var missing = await _workplace.Agents.MissingAsync(
            [.. _workplace.Roster.Personas.Where(persona => starting.Contains(persona.Id))],
            new CommitFiles(_workplace.Repository, open.Tip),
            cancellationToken);
        if (missing.Count > 0)
        {
            throw new TroupeException(ErrorCode.Agent, $"{string.Join('\n', missing)}\nThe sprint was not resumed.");
        }
    }

    /// <summary>Goes on with a sprint where its log stops.</summary>
    public SprintRun Resume(int sprint, ISprintWatcher? watcher) => new(_workplace, Ledger, sprint, watcher);

    public ValueTask DisposeAsync() => _hold.DisposeAsync();
}

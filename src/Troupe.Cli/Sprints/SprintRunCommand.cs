using System.CommandLine;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Shell;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint run</c> and <c>sprint resume</c>: a sprint to its end, without waiting for a clock.</summary>
internal static class SprintRunCommand
{
    public static Command BuildRun(SprintDesk desk)
    {
        var options = new SprintOptions();
        var command = new Command("run", "Run a whole sprint: sessions, weave, mail, rework, until nobody has work left.");
        options.AddTo(command);
        command.SetAction((arguments, cancellationToken) => RunAndWakeAsync(
            desk,
            desk.WantsJson(arguments),
            (orchestrator, watcher) => orchestrator.BeginAsync(options.Read(arguments), watcher, cancellationToken),
            isNew: true,
            cancellationToken));
        return command;
    }

    public static Command BuildResume(SprintDesk desk)
    {
        var command = new Command("resume", "Go on with the sprint that was interrupted or paused.");
        command.SetAction((arguments, cancellationToken) => RunAndWakeAsync(
            desk,
            desk.WantsJson(arguments),
            (orchestrator, watcher) => orchestrator.ResumeAsync(watcher, cancellationToken),
            isNew: false,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAndWakeAsync(
        SprintDesk desk, bool json, Func<Orchestrator, ISprintWatcher, Task<SprintRun>> start, bool isNew, CancellationToken cancellationToken)
    {
        var exitCode = await RunAsync(desk, json, start, isNew, cancellationToken);
        desk.WakeTheIdle();
        return exitCode;
    }

    private static async Task<int> RunAsync(
        SprintDesk desk, bool json, Func<Orchestrator, ISprintWatcher, Task<SprintRun>> start, bool isNew, CancellationToken cancellationToken)
    {
        var workplace = await desk.OpenAsync(cancellationToken);
        await using var orchestrator = await Orchestrator.TakeAsync(workplace, cancellationToken);
        desk.Warn(orchestrator.Ledger);
        var view = desk.ViewOf(workplace, json);
        var run = await start(orchestrator, view);
        desk.WarnOfUpkeep(orchestrator);
        if (isNew)
        {
            await desk.CautionAsync(workplace, run.State.Start, cancellationToken);
        }

        try
        {
            await view.WhileAsync(() => run.ToEndAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            desk.Terminal.Say(
                $"sprint {run.State.Number} is not over: sessions that run go on by themselves; 'troupe sprint resume' takes them up, 'troupe sprint abort' ends them");
            throw;
        }

        return await desk.ReportAsync(workplace, run.State, runner: null, json, cancellationToken);
    }
}

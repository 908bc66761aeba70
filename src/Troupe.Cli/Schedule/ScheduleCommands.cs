using System.CommandLine;
using Troupe.Cli.Sprints;
using Troupe.Engine;
using Troupe.Shell;

namespace Troupe.Cli.Schedule;

/// <summary>
/// <c>schedule tick</c>: one step without memory, for cron or CI. It reads the logs, does what can be done without waiting, and
/// exits; sessions live on without it. Where no sprint is under way, it begins the next one.
/// </summary>
internal static class ScheduleCommands
{
    public static Command Build(CliContext context)
    {
        var desk = new SprintDesk(context);
        return new Command("schedule", "Run sprints step by step, from cron or CI.") { desk.JsonOption, BuildTick(desk) };
    }

    private static Command BuildTick(SprintDesk desk)
    {
        var options = new SprintOptions();
        var dry = new Option<bool>("--dry-run") { Description = "Say what would be done; do nothing" };
        var command = new Command("tick", "Do one step: begin a sprint or go on with it, without waiting for anything.") { dry };
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await desk.OpenAsync(cancellationToken);
            var wish = options.Read(arguments);
            var json = desk.WantsJson(arguments);
            if (arguments.GetValue(dry))
            {
                return await ForeseeAsync(desk, workplace, wish, json, cancellationToken);
            }

            var exitCode = await TickAsync(desk, workplace, wish, json, cancellationToken);
            desk.WakeTheIdle();
            return exitCode;
        });
        return command;
    }

    private static async Task<int> TickAsync(
        SprintDesk desk, Workplace workplace, SprintWish wish, bool json, CancellationToken cancellationToken)
    {
        await using var orchestrator = await Orchestrator.TakeAsync(workplace, cancellationToken);
        var view = new EventLines(desk.Terminal, desk.Time, new SessionLogs(workplace.State.SessionsFolder));
        var run = orchestrator.Unfinished is { } open
            ? orchestrator.Resume(open.Number, view)
            : await orchestrator.BeginAsync(wish, view, cancellationToken);
        desk.WarnOfUpkeep(orchestrator);
        var counter = run.Events;
        await view.WhileAsync(() => run.UntilIdleAsync(cancellationToken));
        Report(desk, TickOutput.Of(run.State, run.Events - counter, []), json);
        return ExitCodes.Success;
    }

    private static async Task<int> ForeseeAsync(
        SprintDesk desk, Workplace workplace, SprintWish wish, bool json, CancellationToken cancellationToken)
    {
        var ledger = await desk.ReadAsync(workplace, cancellationToken);
        if (ledger.Latest is { Ended: null } open)
        {
            var commands = await new SprintRun(workplace, ledger, open.Number, watcher: null).ForeseeAsync(cancellationToken);
            Report(desk, TickOutput.Of(open, 0, [.. commands.Select(command => command.Key)]), json);
            return ExitCodes.Success;
        }

        var plan = await new SprintStarter(workplace, ledger).PlanAsync(wish, cancellationToken);
        Report(desk, TickOutput.OfPlan(plan), json);
        return ExitCodes.Success;
    }

    private static void Report(SprintDesk desk, TickOutput output, bool json) =>
        desk.Terminal.Answer(json, output, CommandJson.Default.TickOutput, () =>
        [
            $"sprint {output.Sprint}, {output.Mode}, tick {output.Tick}, {output.State}",
            .. output.Next.Select(next => $"next  {Words(next, output.Sprint)}"),
        ]);

    // A key such as "s2:session_ended:s2-ada-1" names the command and what it is about.
    private static string Words(string key, int sprint) =>
        (key.StartsWith($"s{sprint}:", StringComparison.Ordinal) ? key[$"s{sprint}:".Length..] : key)
        .Replace(':', ' ').Replace("session_ended", "take note that a session has ended:", StringComparison.Ordinal).Replace('_', ' ');
}

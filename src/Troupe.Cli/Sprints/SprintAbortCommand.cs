using System.CommandLine;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Shell;

namespace Troupe.Cli.Sprints;

/// <summary>
/// <c>sprint abort</c>: ends the unfinished sprint. Where another process runs it, that one carries the order out; else this one does.
/// </summary>
internal static class SprintAbortCommand
{
    public static Command Build(SprintDesk desk) => desk.Command(
        "abort",
        "End the unfinished sprint: stop its sessions, keep every patch and everything that landed.",
        async (workplace, json, cancellationToken) =>
        {
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            if (ledger.Latest is not { Ended: null } open)
            {
                throw new TroupeException(ErrorCode.NotFound, "There is no unfinished sprint to abort: see 'troupe sprint list'.");
            }

            await new LeadOrders(workplace, ledger).AbortAsync(open, cancellationToken);
            if (await Orchestrator.TryTakeAsync(workplace, cancellationToken) is not { } orchestrator)
            {
                desk.Terminal.Say($"sprint {open.Number}: the process that runs it has been told to stop; watch it with 'troupe sprint status'");
                return json ? await desk.ShowAsync(workplace, ledger.Require(open.Number), json, cancellationToken) : ExitCodes.Success;
            }

            await using (orchestrator)
            {
                var view = desk.ViewOf(workplace, json);
                var run = orchestrator.Resume(open.Number, view);
                await view.WhileAsync(() => run.ToEndAsync(cancellationToken));
                await desk.ReportAsync(workplace, run.State, runner: null, json, cancellationToken);
                return ExitCodes.Success;
            }
        });
}

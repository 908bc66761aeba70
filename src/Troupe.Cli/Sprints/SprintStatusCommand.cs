using System.CommandLine;
using Troupe.Cli.Shell;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint status</c>: where the latest sprint stands, persona by persona.</summary>
internal static class SprintStatusCommand
{
    public static Command Build(SprintDesk desk)
    {
        var command = new Command("status", "Show where the latest sprint stands, persona by persona.");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            if (ledger.Latest is not { } state)
            {
                desk.Terminal.Say("no sprint has been run yet: start one with 'troupe sprint run'");
                return ExitCodes.NotFound;
            }

            if (desk.WantsJson(arguments))
            {
                desk.Report(state, json: true);
                return ExitCodes.Success;
            }

            desk.Terminal.Data($"sprint {state.Number}, tick {state.Tick.Number}{(state.Ended is null ? "" : ", over")}");
            SprintRows.Of(state).Select(row => row.Line).ToList().ForEach(desk.Terminal.Data);
            return ExitCodes.Success;
        });
        return command;
    }
}

using System.CommandLine;
using Troupe.Cli.Shell;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint list</c>: one line each, oldest first.</summary>
internal static class SprintListCommand
{
    public static Command Build(SprintDesk desk)
    {
        var command = new Command("list", "List all sprints, oldest first.");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            List<SprintListing> rows = [.. ledger.Sprints.Values.Select(state => SprintListing.Of(state, desk.Time.GetUtcNow()))];
            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(new SprintListings(1, rows), SprintOutputJson.Default.SprintListings);
                return ExitCodes.Success;
            }

            foreach (var row in rows)
            {
                desk.Terminal.Data(
                    $"{row.Sprint,4}  {row.Started:yyyy-MM-dd HH:mm}  {row.Mode,-10}  {row.State,-9}  "
                    + $"{row.Landed}/{row.Personas} landed, {row.Ticks} ticks  {row.Branch}");
            }

            if (rows.Count == 0)
            {
                desk.Terminal.Say("no sprint has been run yet");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}

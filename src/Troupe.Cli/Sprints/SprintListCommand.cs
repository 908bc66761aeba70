using System.CommandLine;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint list</c>: one line each, oldest first.</summary>
internal static class SprintListCommand
{
    public static Command Build(SprintDesk desk) => desk.Command(
        "list",
        "List all sprints, oldest first.",
        async (workplace, json, cancellationToken) =>
        {
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            List<SprintListing> rows = [.. ledger.Sprints.Values.Select(state => SprintListing.Of(state, desk.Time.GetUtcNow()))];
            desk.Terminal.Answer(
                json, new SprintListings(1, rows), CommandJson.Default.SprintListings, () => TextTable.Lines([.. rows.Select(Row)]));
            if (rows.Count == 0)
            {
                desk.Terminal.Say("no sprint has been run yet: start one with 'troupe sprint run'");
            }

            return ExitCodes.Success;
        });

    private static string[] Row(SprintListing row) =>
    [
        $"{row.Sprint,4}", $"{UtcText.Parse(row.Started):yyyy-MM-dd HH:mm}", row.Mode, row.State, $"{row.Landed}/{row.Personas} landed", Plural.Of(row.Ticks, "tick"),
        row.Branch ?? "",
    ];
}

using System.CommandLine;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint status</c>: where the latest sprint stands, persona by persona.</summary>
internal static class SprintStatusCommand
{
    private const int Gaps = 6;

    public static Command Build(SprintDesk desk) => desk.Command(
        "status",
        "Show where the latest sprint stands, persona by persona. Exit code 3: there is none.",
        async (workplace, json, cancellationToken) =>
        {
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            var state = SprintDesk.Pick(ledger, number: null);
            if (json)
            {
                return await desk.ShowAsync(workplace, state, json, cancellationToken);
            }

            var report = SprintReport.Of(state, desk.Time.GetUtcNow());
            desk.Terminal.Data(
                $"sprint {state.Number}, {ModeWord.Of(state.Mode)}, tick {state.Tick.Number}, {report.State}: "
                + $"{report.Landed.Count} of {report.Personas.Count} landed");
            if (state.Ended is null)
            {
                desk.Terminal.Data(RunnerWords.Of(await SprintDesk.RunnerOfAsync(workplace, state, cancellationToken), state.IsAborting));
            }

            TextTable.Lines([.. Rows(state, desk.Time.GetUtcNow())]).ToList().ForEach(desk.Terminal.Data);
            return ExitCodes.Success;
        });

    private static IEnumerable<string[]> Rows(SprintState state, DateTimeOffset now)
    {
        List<StandingRow> rows = [.. StandingRow.Of(state, now)];
        var room = WrappedText.Columns - Gaps - rows.Max(row => row.Persona.Length) - rows.Max(row => row.Run.Length) - rows.Max(row => row.State.Length);
        return rows.Select(row => new[] { row.Persona, row.Run, row.State, WrappedText.Cut(row.Detail, room) });
    }
}

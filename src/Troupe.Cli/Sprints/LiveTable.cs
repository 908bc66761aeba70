using Spectre.Console;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>One row per persona, redrawn as things happen.</summary>
internal sealed class LiveTable(TimeProvider time) : SprintView
{
    private LiveDisplayContext? _display;

    public override void Happened(SprintEvent happened, SprintState state) => _display?.UpdateTarget(Draw(state));

    public override Task WhileAsync(Func<Task> work) =>
        AnsiConsole.Live(new Table()).AutoClear(true).StartAsync(async display =>
        {
            _display = display;
            await work();
        });

    private Table Draw(SprintState state)
    {
        var seconds = (time.GetUtcNow() - state.Start.At).TotalSeconds;
        var table = new Table()
            .Border(TableBorder.Simple)
            .Title($"sprint {state.Number}, {state.Mode.ToString().ToLowerInvariant()}, tick {state.Tick.Number}, {seconds:0} s")
            .AddColumns("persona", "run", "state", "");
        foreach (var row in SprintRows.Of(state))
        {
            table.AddRow(
                new Text(row.Persona),
                new Text(row.Run.ToString()),
                new Text(row.Standing, Colour(row.Standing)),
                new Text(Printable.Escape(row.Detail)));
        }

        return table;
    }

    private static Style Colour(string standing) => standing switch
    {
        "landed" => new Style(Color.Green),
        "running" or "weaving" => new Style(Color.Blue),
        "again" or "due" => new Style(Color.Yellow),
        "skipped" => new Style(Color.Red),
        _ => Style.Plain,
    };
}

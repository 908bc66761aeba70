using Spectre.Console;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>One row per persona, redrawn as things happen and as time passes.</summary>
internal sealed class LiveTable(TimeProvider time) : SprintView(time)
{
    private readonly Lock _gate = new();
    private LiveDisplayContext? _display;
    private SprintState? _state;

    public override void Happened(SprintEvent happened, SprintState state)
    {
        lock (_gate)
        {
            _state = state;
            _display?.UpdateTarget(Draw(state));
        }
    }

    public override Task WhileAsync(Func<Task> work) =>
        AnsiConsole.Live(new Table()).AutoClear(true).StartAsync(async display =>
        {
            _display = display;
            await base.WhileAsync(work);
        });

    public override void Pulse()
    {
        lock (_gate)
        {
            if (_state is { } state)
            {
                _display?.UpdateTarget(Draw(state));
            }
        }
    }

    private Table Draw(SprintState state)
    {
        var now = Time.GetUtcNow();
        var table = new Table()
            .Border(TableBorder.Simple)
            .Title($"sprint {state.Number}, {ModeWord.Of(state.Mode)}, tick {state.Tick.Number}, {(now - state.Start.At).TotalSeconds:0} s")
            .AddColumns("persona", "run", "state", "");
        foreach (var row in StandingRow.Of(state, now))
        {
            table.AddRow(
                new Text(row.Persona), new Text(row.Run), new Text(row.State, Colour(row.State)), new Text(Printable.Escape(row.Detail)));
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

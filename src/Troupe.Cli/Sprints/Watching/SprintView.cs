using Troupe.Engine;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>What a person sees while a sprint runs.</summary>
internal abstract class SprintView(TimeProvider time) : ISprintWatcher
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected TimeProvider Time { get; } = time;

    /// <summary>A live table where somebody looks at a terminal; else lines on standard error.</summary>
    public static SprintView For(Terminal terminal, TimeProvider time, bool json, SessionLogs logs) =>
        terminal.IsInteractive && !json ? new LiveTable(time) : new EventLines(terminal, time, logs);

    public abstract void Happened(SprintEvent happened, SprintState state);

    /// <summary>Shows what happens, and that time passes, while the work goes on.</summary>
    public virtual async Task WhileAsync(Func<Task> work)
    {
        using var over = new CancellationTokenSource();
        var beats = BeatAsync(over.Token);
        try
        {
            await work();
        }
        finally
        {
            await over.CancelAsync();
            await beats;
            Pulse();
        }
    }

    /// <summary>A second has passed, or all is over.</summary>
    public abstract void Pulse();

    private async Task BeatAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(Interval, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                Pulse();
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }
}

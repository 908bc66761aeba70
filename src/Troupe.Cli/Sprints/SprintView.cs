using Troupe.Cli.Shell;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>What a person sees while a sprint runs.</summary>
internal abstract class SprintView : ISprintWatcher
{
    /// <summary>A live table where somebody looks at a terminal; else one line per event on standard error.</summary>
    public static SprintView For(Terminal terminal, TimeProvider time, bool json) =>
        terminal.IsInteractive && !json ? new LiveTable(time) : new EventLines(terminal);

    public abstract void Happened(SprintEvent happened, SprintState state);

    /// <summary>Shows what happens while the work goes on.</summary>
    public virtual Task WhileAsync(Func<Task> work) => work();
}

using System.CommandLine;
using Troupe.Cli.Sprints;
using Troupe.Rehearsal.Demo;
using Troupe.Shell;

namespace Troupe.Cli.Demo;

/// <summary><c>troupe demo</c>: see a whole sprint without an agent, a key or a network.</summary>
internal static class DemoCommand
{
    public static Command Build(CliContext context)
    {
        var keep = new Option<bool>("--keep") { Description = "Leave the repository for a look, and say where it is" };
        var json = JsonOption.Create();
        var command = new Command("demo", "Run a sprint of 23 scripted personas in a scratch repository.") { keep, json };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(context, arguments.GetValue(keep), arguments.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, bool keep, bool json, CancellationToken cancellationToken)
    {
        var view = SprintView.For(context.Terminal, context.Time, json, SessionLogs.None);
        var demo = new DemoRun(ThisProgram.PathOf(context), context.Environment, context.Time);
        var outcome = await demo.RunAsync(keep, view, view.WhileAsync, cancellationToken);
        if (json)
        {
            context.Terminal.Json(DemoJson.Write(outcome));
        }
        else
        {
            DemoStory.Lines(outcome).ToList().ForEach(context.Terminal.Data);
        }

        return outcome.Sprint.Landed.Count == outcome.Sprint.Personas.Count ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}

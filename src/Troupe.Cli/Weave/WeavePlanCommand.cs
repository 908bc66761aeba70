using System.CommandLine;
using Troupe.Shell;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave plan</c>: what would land and what would not; nothing in the repository changes.</summary>
internal static class WeavePlanCommand
{
    public static Command Build(CliContext context)
    {
        var input = new WeaveInput();
        var command = new Command("plan", "Show what would land and what collides; the repository stays as it is.");
        input.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var bench = await WeaveBench.OpenAsync(context, input.Base(arguments), input.Onto(arguments), cancellationToken);
            await using var weave = await bench.WeaveAsync(input.Sources(arguments), input.Order(arguments), input.Acks(arguments), runsCommands: false, cancellationToken);
            WeaveMemory.Save(context.Terminal, bench.State, weave, WeaveEnding.Planned);
            return WeaveAnswer.Give(context.Terminal, weave, WeaveEnding.Planned, input.Json(arguments));
        });
        return command;
    }
}

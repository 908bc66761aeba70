using System.CommandLine;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint show [N]</c>: what landed, what did not, and why.</summary>
internal static class SprintShowCommand
{
    public static Command Build(SprintDesk desk)
    {
        var number = new Argument<int?>("N") { Description = "The sprint's number. Default: the latest", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "Show one sprint: what landed, what did not, and why.") { number };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            var state = SprintDesk.Pick(ledger, arguments.GetValue(number));
            return await desk.ShowAsync(workplace, state, desk.WantsJson(arguments), cancellationToken);
        });
        return command;
    }
}

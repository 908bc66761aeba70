using System.CommandLine;
using Troupe.Cli.Shell;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave apply</c>: weaves, verifies, and moves one branch to what landed.</summary>
internal static class WeaveApplyCommand
{
    public static Command Build(CliContext context)
    {
        var input = new WeaveInput();
        var dryRun = new Option<bool>("--dry-run") { Description = "Weave and verify, but leave the repository as it is" };
        var verify = new Option<string[]>("--verify")
        {
            Description = "A command that must succeed on the woven tree, in a checkout of its own; may be given several times",
            HelpName = "CMD",
        };
        verify.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                given.AddError("--verify is empty, and an empty command says yes to everything: give one, or leave it out.");
            }
        });
        var command = new Command("apply", "Put what fits on a branch, one commit for each patch, and explain the rest.") { dryRun, verify };
        input.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var bench = await WeaveBench.OpenAsync(context, input.Base(arguments), input.Onto(arguments), cancellationToken);
            var landing = new WeaveLanding(bench);
            await landing.RequireMovableAsync(cancellationToken);
            await using var weave = await bench.WeaveAsync(input.Sources(arguments), cancellationToken);

            // Until something has landed, it is a plan: verification may take long, and may be stopped.
            WeaveMemory.Save(bench.State, weave, WeaveEnding.Planned);
            var verification = await WeaveVerification.RunAsync(bench, weave, arguments.GetValue(verify) ?? [], context, cancellationToken);
            var ending = new WeaveEnding(arguments.GetValue(dryRun), null, verification);
            if (!ending.IsPlan && !ending.IsRed)
            {
                ending = ending with { Branch = await landing.PublishAsync(weave, cancellationToken) };
            }

            WeaveMemory.Save(bench.State, weave, ending);
            return WeaveAnswer.Give(context.Terminal, weave, ending, input.Json(arguments));
        });
        return command;
    }
}

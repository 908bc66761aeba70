using System.CommandLine;
using Troupe.Shell;

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
        command.SetAction((arguments, cancellationToken) => new WeaveApplication(context, input, arguments)
        {
            IsDryRun = arguments.GetValue(dryRun),
            Verify = arguments.GetValue(verify) ?? [],
        }.RunAsync(cancellationToken));
        return command;
    }
}

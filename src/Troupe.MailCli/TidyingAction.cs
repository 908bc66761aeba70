using System.CommandLine;
using System.CommandLine.Invocation;

namespace Troupe.MailCli;

/// <summary>What a command does, and when its answer is out, what makes the next command fast.</summary>
internal sealed class TidyingAction(AsynchronousCommandLineAction action, MailDesk desk) : AsynchronousCommandLineAction
{
    /// <summary>The command, or the commands below it.</summary>
    public static Command Follow(Command command, MailDesk desk)
    {
        foreach (var inner in command.Subcommands)
        {
            Follow(inner, desk);
        }

        if (command.Action is AsynchronousCommandLineAction action)
        {
            command.Action = new TidyingAction(action, desk);
        }

        return command;
    }

    public override async Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        var exitCode = await action.InvokeAsync(parseResult, cancellationToken);
        await desk.TidyAsync(cancellationToken);
        return exitCode;
    }
}

using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>
/// <c>watch</c>: one line for each message as it comes. The cursor moves after the lines are out, so that whatever ends the program,
/// nothing is missed: the last lines may be printed again instead.
/// </summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    public static Command Build(MailDesk desk)
    {
        var fromNow = new Option<bool>("--from-now") { Description = "Only what comes from now on; the cursor is set there" };
        var once = new Option<bool>("--once") { Description = "Print what has come since the cursor and stop" };
        var timeout = new Option<string?>("--timeout") { Description = "Stop after this time, such as 30s; exit code 1 if nothing came", HelpName = "TIME" };
        var cursor = new Option<string?>("--cursor") { Description = "A name, where several programs watch the same mailbox", HelpName = "NAME" };
        var command = new ExampleCommand(
            "watch", "Follow new mail; goes on where it stopped.", "jules-mail watch --persona curator --json", "jules-mail watch --timeout 10m") { fromNow, once, timeout, cursor };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var end = arguments.GetValue(timeout) is { } text ? desk.Context.Time.GetUtcNow() + TimeArgument.Parse(text) : (DateTimeOffset?)null;
            var follower = desk.Office.Follow(persona, arguments.GetValue(cursor) is { } name ? CursorName(name) : null);
            if (await follower.StartAsync(arguments.GetValue(fromNow), cancellationToken) is FollowStart.CursorLost)
            {
                desk.Terminal.Say("the log does not hold the place any more where this watch stopped: going on with what is unread");
            }

            return await FollowAsync(desk, persona, follower, arguments.GetValue(once), end, desk.WantsJson(arguments), cancellationToken);
        });
        return command;
    }

    private static async Task<int> FollowAsync(
        MailDesk desk, PersonaId persona, MailFollower follower, bool once, DateTimeOffset? end, bool json, CancellationToken cancellationToken)
    {
        var printed = 0;
        while (true)
        {
            var batch = await follower.NextAsync(cancellationToken);
            foreach (var message in batch.Messages)
            {
                Print(desk, persona, message, json);
            }

            if (desk.Terminal.ReaderHasGone())
            {
                // As with `head`: what it did not take, the next watch prints.
                return ExitCodes.Success;
            }

            await follower.TookAsync(batch, cancellationToken);
            printed += batch.Messages.Count;
            if (batch.Messages.Count > 0)
            {
                continue;
            }

            if (once || desk.Context.Time.GetUtcNow() >= end)
            {
                return printed > 0 || end is null ? ExitCodes.Success : ExitCodes.Incomplete;
            }

            await Task.Delay(Pace, desk.Context.Time, cancellationToken);
        }
    }

    /// <summary>It becomes a part of a file's name.</summary>
    private static string CursorName(string name) => PersonaId.TryParse(name, out _) ? name : throw new TroupeException(
        ErrorCode.InvalidArgument,
        $"'{Printable.Escape(name)}' cannot be the name of a cursor: use a lower-case letter, then at most 63 of a-z, 0-9, '_' and '-'.");

    private static void Print(MailDesk desk, PersonaId persona, Message message, bool json)
    {
        if (json)
        {
            desk.Terminal.Json(new WatchOutput(persona.Value, MessageOutput.Of(message, unread: true)), MailOutputJson.Default.WatchOutput);
        }
        else
        {
            // A short id may become ambiguous while others write: a line that stands for long has the whole one.
            desk.Terminal.Data($"{message.Id} {message.Type.Name()} from {message.From}: {Printable.Escape(message.Subject)}");
        }
    }
}

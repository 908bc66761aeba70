using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary><c>check</c>: one line for each unread message, for hooks and prompts; nothing at all when there is none.</summary>
internal static class CheckCommand
{
    public static Command Build(MailDesk desk)
    {
        var command = new ExampleCommand("check", "One line for each unread message; silent when there is none.", "jules-mail check --persona curator");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var mailboxes = await desk.FoldAsync(persona, cancellationToken);
            var unread = mailboxes.Of(persona).Unread.ToList();
            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(
                    new MessagesOutput(persona.Value, [.. unread.Select(entry => MessageOutput.Of(entry))], desk.DamagedPlaces), MailOutputJson.Default.MessagesOutput);
            }
            else if (unread.Count > 0)
            {
                var ids = new ShortIds(mailboxes);
                desk.Terminal.Data(string.Join('\n', unread.Select(entry => Line(entry.Message, ids))));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static string Line(Message message, ShortIds ids) =>
        $"{ids.Of(message)} {message.Type.Name()} from {message.From}: {Printable.Escape(message.Subject)}";
}

using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary><c>thread ID</c>: the conversation that a message belongs to, as far as the persona took part in it.</summary>
internal static class ThreadCommand
{
    private static readonly string Separator = "\n" + new string('─', 72) + "\n";

    public static Command Build(MailDesk desk)
    {
        var reference = MessageArguments.One();
        var command = new Command("thread", "Show a whole conversation.") { reference };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var mailboxes = await desk.FoldAsync(cancellationToken);
            var thread = MessageLookup.RequireSeenBy(persona, mailboxes, arguments.GetValue(reference)!).Thread;
            var shown = new List<ShownMessage>();
            foreach (var message in mailboxes.Messages.Where(one => one.Thread == thread && MessageLookup.Concerns(one, persona)))
            {
                mailboxes.Of(persona).TryFind(message.Id, out var entry);
                shown.Add(new ShownMessage(message, entry, await desk.Office.ReadBodyAsync(message, cancellationToken)));
            }

            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(
                    new ThreadOutput(persona.Value, thread.ToString(), [.. shown.Select(one => one.ToOutput())]), MailOutputJson.Default.ThreadOutput);
            }
            else
            {
                desk.Terminal.Data(string.Join(Separator, shown.Select(one => MessageView.Render(one.Message, one.Entry, one.Body))));
            }

            return ExitCodes.Success;
        });
        return command;
    }
}

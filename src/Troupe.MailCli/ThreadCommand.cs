using System.CommandLine;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>thread ID</c>: the conversation that a message belongs to, as far as the persona took part in it.</summary>
internal static class ThreadCommand
{
    public static Command Build(MailDesk desk)
    {
        var reference = MessageArguments.One();
        var command = new ExampleCommand("thread", "Show a whole conversation.", "jules-mail thread 8c2e4b") { reference };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var mailboxes = await desk.FoldAsync(cancellationToken);
            var thread = MessageLookup.RequireSeenBy(persona, mailboxes, arguments.GetValue(reference)!).Thread;
            var conversation = mailboxes.Thread(thread).Where(one => MessageLookup.Concerns(one, persona));
            var shown = await ShownMessage.LoadAsync(desk, persona, mailboxes, conversation, cancellationToken);
            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(
                    new ThreadOutput(persona.Value, thread.ToString(), [.. shown.Select(one => one.ToOutput())], desk.DamagedPlaces), MailOutputJson.Default.ThreadOutput);
            }
            else
            {
                desk.Terminal.Data(MessageView.Render(shown));
            }

            return ExitCodes.Success;
        });
        return command;
    }
}

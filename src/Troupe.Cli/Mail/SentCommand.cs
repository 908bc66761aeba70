using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary><c>sent</c>: what a persona sent; unread means that a recipient has not read it yet.</summary>
internal static class SentCommand
{
    public static Command Build(MailDesk desk)
    {
        var limit = ListLimit.Option();
        var command = new ExampleCommand("sent", "List the messages that you sent, oldest first.", "jules-mail sent --persona curator") { limit };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var mailboxes = await desk.FoldAsync(cancellationToken);
            var (messages, older) = mailboxes.SentBy(persona, ListLimit.Of(arguments, limit));
            if (desk.WantsJson(arguments))
            {
                var outputs = messages.Select(message => MessageOutput.Of(message, MessageList.IsUnreadBySomebody(message, mailboxes)) with
                {
                    Acked = MessageList.IsAckedByAll(message, mailboxes),
                });
                desk.Terminal.Json(new MessagesOutput(persona.Value, [.. outputs], desk.DamagedPlaces, ListLimit.Omitted(older)), MailOutputJson.Default.MessagesOutput);
            }
            else if (messages.Count == 0)
            {
                desk.Terminal.Say($"{persona} has sent nothing");
            }
            else
            {
                desk.Terminal.Data(MessageList.RenderSent(messages, mailboxes));
                ListLimit.Say(desk.Terminal, older, messages.Count);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}

using System.CommandLine;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>reply ID (--body B | --body-file F | -)</c>: to the sender, in the same thread.</summary>
internal static class ReplyCommand
{
    public static Command Build(MailDesk desk)
    {
        var message = MessageArguments.One("The message to answer: its id, or the end of it as lists show it");
        var subject = new Option<string?>("--subject", "-s") { Description = "Another subject than 'Re: …'", HelpName = "TEXT" };
        var (envelope, body) = (new EnvelopeOptions(), new BodySource());
        var command = new ExampleCommand("reply", "Answer a message.", "jules-mail reply 8c2e4b --body \"Done, see src/a.cs.\"", "git diff | jules-mail reply 8c2e4b -") { message, subject };
        envelope.AddTo(command);
        body.AddTo(command, envelope.Cc);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var parent = await desk.AnsweredAsync(persona, arguments.GetValue(message)!, cancellationToken);
            var text = await body.ReadAsync(arguments, desk, cancellationToken);
            var draft = envelope.Apply(arguments, Reply.To(parent, persona, arguments.GetValue(subject), text));
            return await Dispatch.SendAsync(desk, draft, envelope.Attached(arguments), arguments, cancellationToken);
        });
        return command;
    }
}

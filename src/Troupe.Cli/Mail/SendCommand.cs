using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary><c>send --to ID… --subject S (--body B | --body-file F | -)</c>.</summary>
internal static class SendCommand
{
    public static Command Build(MailDesk desk)
    {
        var to = new Option<string[]>("--to")
        {
            Description = "Personas, 'lead', 'weaver' or '@all'",
            HelpName = "ID",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var subject = new Option<string>("--subject", "-s") { Description = "What it is about, in a line", HelpName = "TEXT", Required = true };
        var replyTo = new Option<string?>("--reply-to") { Description = "The message that this one answers", HelpName = MessageArguments.Name };
        var (envelope, body) = (new EnvelopeOptions(), new BodySource());
        var command = new ExampleCommand(
            "send",
            "Send a message.",
            "jules-mail send --to curator --subject \"Test\" --body \"Hello\"",
            "jules-mail send --to @all --cc lead --subject \"Freeze\" --body-file note.md --priority high --ack",
            "git log -3 | jules-mail send --to lead --subject \"What landed\" -") { to, subject, replyTo };
        envelope.AddTo(command);
        body.AddTo(command, to, envelope.Cc);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var parent = arguments.GetValue(replyTo);
            var draft = envelope.Apply(arguments, new Draft
            {
                From = desk.ClaimedPersona(arguments),
                To = AddressList.Parse(arguments.GetValue(to)),
                Subject = arguments.GetValue(subject)!,
                Body = await body.ReadAsync(arguments, desk, cancellationToken),
            });
            if (parent is not null)
            {
                draft = draft with
                {
                    ReplyTo = MessageLookup.RequireSeenBy(desk.Persona(arguments), await desk.FoldAsync(cancellationToken), parent),
                };
            }

            return await Dispatch.SendAsync(desk, draft, desk.WantsJson(arguments), cancellationToken);
        });
        return command;
    }
}

using System.CommandLine;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>send --to ID… --subject S (--body B | --body-file F | -)</c>.</summary>
internal static class SendCommand
{
    public static Command Build(MailDesk desk)
    {
        var to = new Option<string[]>("--to")
        {
            Description = "Personas, 'lead', 'weaver', '@all' or another group",
            HelpName = "ID",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var subject = new Option<string>("--subject", "-s") { Description = "What it is about, in a line", HelpName = "TEXT", Required = true };
        var replyTo = new Option<string?>("--reply-to") { Description = "The message that this one answers", HelpName = MessageArguments.Name };
        var supersedes = new Option<string[]>("--supersedes") { Description = "Messages of your own that this one replaces in their recipients' inboxes", HelpName = MessageArguments.Name };
        var (envelope, body) = (new EnvelopeOptions(), new BodySource());
        var command = new ExampleCommand(
            "send",
            "Send a message.",
            "jules-mail send --to curator --subject \"Test\" --body \"Hello\"",
            "jules-mail send --to @all --cc lead --subject \"Freeze\" --body-file note.md --priority high --ack",
            "jules-mail send --to @core --subject \"Figures\" --body \"See the table.\" --attach table.csv",
            "git log -3 | jules-mail send --to lead --subject \"What landed\" -") { to, subject, replyTo, supersedes };
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
                draft = draft with { ReplyTo = await desk.AnsweredAsync(desk.Persona(arguments), parent, cancellationToken) };
            }

            if (arguments.GetValue(supersedes) is { Length: > 0 } older)
            {
                var (persona, mailboxes) = (desk.Persona(arguments), await desk.FoldAsync(cancellationToken));
                draft = draft with { Supersedes = [.. older.Select(reference => MessageLookup.RequireSentBy(persona, mailboxes, reference).Id)] };
            }

            return await Dispatch.SendAsync(desk, draft, envelope.Attached(arguments), arguments, cancellationToken);
        });
        return command;
    }
}

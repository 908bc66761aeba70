using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>attachment ls ID</c> and <c>attachment save ID [--to DIR]</c>.</summary>
internal static class AttachmentCommand
{
    public static Command Build(MailDesk desk) => new("attachment", "What goes with a message: files and links.") { List(desk), Save(desk) };

    private static Command List(MailDesk desk)
    {
        var message = MessageArguments.One();
        var command = new ExampleCommand("ls", "List them.", "jules-mail attachment ls 8c2e4b") { message };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var found = MessageLookup.RequireSeenBy(desk.Persona(arguments), await desk.FoldAsync(cancellationToken), arguments.GetValue(message)!);
            var output = new AttachmentsOutput(found.Id.ToString(), [.. found.Attachments.Select(one => AttachmentOutput.Of(one))]);
            desk.Terminal.Answer(desk.WantsJson(arguments), output, MailOutputJson.Default.AttachmentsOutput, () => found.Attachments.Select(AttachmentOutput.Words));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Save(MailDesk desk)
    {
        var message = MessageArguments.One();
        var folder = new Option<string?>("--to") { Description = "The folder that the files are written to. Default: the one you are in", HelpName = "DIR" };
        var command = new ExampleCommand("save", "Write the files into a folder; nothing there is written over, and links are only listed.", "jules-mail attachment save 8c2e4b --to /tmp/report") { message, folder };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var found = MessageLookup.RequireSeenBy(desk.Persona(arguments), await desk.FoldAsync(cancellationToken), arguments.GetValue(message)!);
            if (found.Attachments.Count == 0)
            {
                throw new TroupeException(ErrorCode.NotFound, $"Message {found.Id} has no attachments.");
            }

            var to = Path.GetFullPath(arguments.GetValue(folder) ?? ".", desk.Context.WorkingDirectory);
            var saved = new List<AttachmentOutput>();
            foreach (var attachment in found.Attachments)
            {
                saved.Add(AttachmentOutput.Of(
                    attachment, attachment.Url is null ? await desk.Office.Attachments.SaveAsync(attachment, to, cancellationToken) : null));
            }

            desk.Terminal.Answer(
                desk.WantsJson(arguments), new AttachmentsOutput(found.Id.ToString(), saved), MailOutputJson.Default.AttachmentsOutput,
                () => saved.Select(one => Printable.Escape(one.File ?? one.Url)));
            return ExitCodes.Success;
        });
        return command;
    }
}

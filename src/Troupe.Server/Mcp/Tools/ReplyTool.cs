using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>reply</c>: to the sender, in the same conversation.</summary>
internal sealed class ReplyTool(MailDoor door) : MailTool<ReplyArguments, SentAnswer>(
    "reply", "Answer a message: your text goes to its sender, in the same conversation.", ToolEffect.Adds)
{
    protected override async Task<SentAnswer> RunAsync(ReplyArguments arguments, CancellationToken cancellationToken)
    {
        var parent = await door.Mailboxes.UseAsync(
            mailboxes => Task.FromResult(MessageLookup.RequireSeenBy(door.Persona, mailboxes, arguments.Id)), cancellationToken);
        var draft = Reply.To(parent, door.Persona, arguments.Subject, arguments.Body) with { AckRequired = arguments.AckRequired ?? false };
        return await door.SendAsync(draft, cancellationToken);
    }
}

using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>ack</c>: tells a sender who asked for it that a message was understood.</summary>
internal sealed class AckTool(MailDoor door) : MailTool<MessagesArguments, AckAnswer>(
    "ack", "Acknowledge messages that you received: their senders see that you have understood them.", ToolEffect.Marks)
{
    protected override async Task<AckAnswer> RunAsync(MessagesArguments arguments, CancellationToken cancellationToken)
    {
        var references = MessageWords.SomeIds(arguments.Ids);
        var entries = await door.Mailboxes.UseAsync(
            mailboxes => Task.FromResult(references.Select(reference => MessageLookup.RequireReceived(door.Persona, mailboxes, reference)).Distinct().ToList()),
            cancellationToken);
        var open = entries.Where(entry => !entry.IsAcked).Select(entry => entry.Message.Id).ToList();
        var outbox = open.Count == 0 ? null : await door.MarkAsync(MailMark.Acked, open, cancellationToken);
        return new AckAnswer(
            [.. open.Select(id => id.ToString())],
            [.. entries.Where(entry => entry.IsAcked).Select(entry => entry.Message.Id.ToString())],
            outbox);
    }
}

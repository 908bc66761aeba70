namespace Troupe.Server.Mcp.Tools;

/// <summary><c>inbox</c>: what lies in the own mailbox.</summary>
internal sealed class InboxTool(MailDoor door) : MailTool<InboxArguments, InboxAnswer>(
    "inbox", "List the messages in your mailbox, oldest first, without their texts. Call 'read' for the texts.", ToolEffect.ReadsOnly)
{
    protected override Task<InboxAnswer> RunAsync(InboxArguments arguments, CancellationToken cancellationToken) =>
        InboxListing.OfAsync(door, door.Persona, arguments, cancellationToken);
}

using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>send</c>: a new message.</summary>
internal sealed class SendTool(MailDoor door) : MailTool<SendArguments, SentAnswer>(
    "send",
    "Send a message to other personas of the team, to 'lead' (the human) or to '@all'. Say what you need from whom; it is read later, not at once.",
    ToolEffect.Adds)
{
    protected override Task<SentAnswer> RunAsync(SendArguments arguments, CancellationToken cancellationToken) => door.SendAsync(
        new Draft
        {
            From = door.Persona,
            To = MessageWords.Addresses(arguments.To),
            Cc = MessageWords.Addresses(arguments.Cc),
            Subject = arguments.Subject,
            Body = arguments.Body,
            Type = MessageWords.Type(arguments.Type),
            Priority = MessageWords.Priority(arguments.Priority),
            AckRequired = arguments.AckRequired ?? false,
            Tags = arguments.Tags ?? [],
            DedupKey = arguments.DedupKey,
        },
        cancellationToken);
}

using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>whoami</c>: for whom the server speaks, and whom one can write to.</summary>
internal sealed class WhoAmITool(MailDoor door) : MailTool<NoArguments, WhoAmIAnswer>(
    "whoami", "Tell which persona you are, whom you can write to, and how much unread mail you have.", ToolEffect.ReadsOnly)
{
    protected override Task<WhoAmIAnswer> RunAsync(NoArguments arguments, CancellationToken cancellationToken) => door.Mailboxes.UseAsync(
        mailboxes => Task.FromResult(new WhoAmIAnswer(
            door.Persona.Value,
            door.Identity.Session?.ToString(),
            [.. door.Office.Addresses.Everybody().Select(persona => persona.Value)],
            mailboxes.Of(door.Persona).Unread.Count())),
        cancellationToken);
}

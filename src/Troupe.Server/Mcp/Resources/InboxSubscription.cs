using Troupe.Core;

namespace Troupe.Server.Mcp.Resources;

/// <summary>Somebody who wants to know when mailboxes change.</summary>
/// <param name="Covers">Whether he asked for this one.</param>
/// <param name="TellAsync">Takes the address of the mailbox. Throws when the client is gone.</param>
internal sealed record InboxSubscription(Func<PersonaId, bool> Covers, Func<string, CancellationToken, Task> TellAsync);

using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Server.Mcp;

/// <summary>What every tool works with: the mail of the team, and for whom the server speaks.</summary>
internal sealed class MailDoor : IDisposable
{
    public MailDoor(ServerIdentity identity)
    {
        Identity = identity;
        Office = PostOffice.Open(identity.Home, identity.Time);
        Mailboxes = new LiveMailboxes(Office);
    }

    public ServerIdentity Identity { get; }

    public PersonaId Persona => Identity.Persona;

    public PostOffice Office { get; }

    public LiveMailboxes Mailboxes { get; }

    /// <summary>How many places of the log are damaged, as far as it was read; null for none.</summary>
    public int? DamagedPlaces => Office.Damage.Count(damage => damage.LostRecords) is > 0 and var places ? places : null;

    /// <summary>Sends; where the log cannot be written, a session's mail is left in its outbox, which the engine posts later.</summary>
    public async Task<SentAnswer> SendAsync(Draft draft, CancellationToken cancellationToken)
    {
        var written = await Identity.Outgoing.SendAsync(draft, id => Office.Postmaster.SendAsync(draft, id, cancellationToken), cancellationToken);
        return written switch
        {
            Written<SentMessage>.ToLog(var sent) => new SentAnswer(sent.Id.ToString(), sent.Duplicate, Outbox: null),
            Written<SentMessage>.ToOutbox left => new SentAnswer(left.Id.ToString(), Duplicate: false, left.File),
            _ => throw new InvalidOperationException($"Mail went an unknown way: {written.GetType()}."),
        };
    }

    /// <summary>Marks messages of the server's own mailbox; where the log cannot be written, by way of the outbox.</summary>
    /// <returns>The outbox file, or null when the marks are in the log.</returns>
    public async Task<string?> MarkAsync(MailMark mark, IReadOnlyList<RecordId> messages, CancellationToken cancellationToken)
    {
        var written = await Identity.Outgoing.MarkAsync(mark, [.. messages.Select(id => id.ToString())], RecordAsync, cancellationToken);
        return written is Written<int>.ToOutbox left ? left.File : null;

        async Task<int> RecordAsync()
        {
            await Office.MarkAsync(Persona, messages.Select(id => new MailEvent.Marked(mark, id, Persona)), cancellationToken);
            return messages.Count;
        }
    }

    public void Dispose() => Mailboxes.Dispose();
}

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
        // The id is made here, so that a message that reached the log before its failure was noticed is not posted twice.
        var id = RecordId.New(Identity.Time);
        try
        {
            var sent = await Office.Postmaster.SendAsync(draft, id, cancellationToken);
            return new SentAnswer(sent.Id.ToString(), sent.Duplicate, Outbox: null);
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage && Identity.Outbox is { } outbox)
        {
            DraftRules.Require(draft);
            return new SentAnswer(id.ToString(), Duplicate: false, await outbox.WriteAsync(id, OutboxWriter.Write(draft, id), cancellationToken));
        }
    }

    /// <summary>Marks messages of the server's own mailbox; where the log cannot be written, by way of the outbox.</summary>
    /// <returns>The outbox file, or null when the marks are in the log.</returns>
    public async Task<string?> MarkAsync(MailMark mark, IReadOnlyList<RecordId> messages, CancellationToken cancellationToken)
    {
        try
        {
            await Office.MarkAsync(Persona, messages.Select(id => new MailEvent.Marked(mark, id, Persona)), cancellationToken);
            return null;
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage && Identity.Outbox is { } outbox)
        {
            var text = OutboxWriter.Write(new OutboxEntry.Marks(mark, [.. messages.Select(id => id.ToString())]));
            return await outbox.WriteAsync(RecordId.New(Identity.Time), text, cancellationToken);
        }
    }

    public void Dispose() => Mailboxes.Dispose();
}

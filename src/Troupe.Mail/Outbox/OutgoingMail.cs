using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// What a program writes to the log, and where a session cannot, leaves in its outbox. Outside of a session nobody would post it: there a log
/// that cannot be written is an error, and nothing is left behind.
/// </summary>
/// <param name="outbox">Null: outside of a session, or for what no letter can carry.</param>
public sealed class OutgoingMail(OutboxFolder? outbox, TimeProvider time)
{
    /// <summary>Who acts where it was said and is not the session's own persona; null: whoever's session it is.</summary>
    public PersonaId? Claimed { get; init; }

    /// <param name="send">Sends it under an id.</param>
    /// <exception cref="TroupeException">It can be sent in neither way, or must not be sent at all.</exception>
    public Task<Written<SentMessage>> SendAsync(Draft draft, Func<RecordId, Task<SentMessage>> send, CancellationToken cancellationToken)
    {
        // The id is made here, so that a message that reached the log before its failure was noticed is not posted twice.
        var id = RecordId.New(time);
        return TryAsync(id, () => send(id), () => Letter(draft, id), cancellationToken);
    }

    /// <param name="messages">Ids, or ends of ids where the log cannot be read either.</param>
    /// <param name="record">Records the marks.</param>
    public Task<Written<T>> MarkAsync<T>(MailMark mark, IReadOnlyList<string> messages, Func<Task<T>> record, CancellationToken cancellationToken) =>
        TryAsync(
            RecordId.New(time),
            record,
            () => mark is MailMark.Read or MailMark.Acked ? OutboxWriter.Write(new OutboxEntry.Marks(mark, messages) { From = Claimed }) : null,
            cancellationToken);

    /// <param name="letter">Null: the outbox cannot carry it, since it is a person's housekeeping and not a session's.</param>
    private async Task<Written<T>> TryAsync<T>(RecordId id, Func<Task<T>> write, Func<string?> letter, CancellationToken cancellationToken)
    {
        try
        {
            return new Written<T>.ToLog(await write());
        }
        catch (TroupeException failure) when (Applies(failure))
        {
            if (letter() is not { } text)
            {
                throw;
            }

            return new Written<T>.ToOutbox(id, await outbox!.WriteAsync(id, text, cancellationToken), failure);
        }
    }

    /// <summary>Without a team only somebody who said where his outbox is can mean this.</summary>
    private bool Applies(TroupeException failure) =>
        outbox is not null && (failure.Code is ErrorCode.Storage || (failure.Code is ErrorCode.NoRepository && outbox.IsNamed));

    private string Letter(Draft draft, RecordId id)
    {
        DraftRules.Require(draft);
        SecretRule.Apply(draft);
        return OutboxWriter.Write(draft, id, Claimed);
    }
}

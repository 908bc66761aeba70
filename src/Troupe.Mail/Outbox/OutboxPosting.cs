using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The engine's side of the outbox: posts the files of an ended session as that session (attested). A file that cannot be
/// posted comes back to its author as mail that says why. Posting the same files again after a crash changes nothing.
/// </summary>
public sealed class OutboxPosting(PostOffice office)
{
    public async Task<OutboxOutcome> PostAsync(
        SessionId session, string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var identity = IdentityOf(session, fileName, content.Span);
        try
        {
            return OutboxParser.Parse(content.Span) switch
            {
                OutboxEntry.Mail mail => await PostMailAsync(mail, session, identity, cancellationToken),
                OutboxEntry.Marks marks => await PostMarksAsync(marks, session, cancellationToken),
                OutboxEntry.Flaw flaw => await ReturnAsync($"line {flaw.Line}: {flaw.Reason}"),
                var other => throw new InvalidOperationException($"An outbox entry of an unknown form: {other.GetType()}."),
            };
        }
        catch (TroupeException refused) when (refused.Code is ErrorCode.NotFound or ErrorCode.InvalidArgument or ErrorCode.Busy)
        {
            return await ReturnAsync(refused.Message);
        }

        async Task<OutboxOutcome> ReturnAsync(string reason)
        {
            await office.Postmaster.SendAsync(Returned(session, fileName, reason, identity), cancellationToken);
            return new OutboxOutcome.Returned(reason);
        }
    }

    /// <summary>Two files are two letters, though they say the same: whoever repeats himself means it.</summary>
    private static string IdentityOf(SessionId session, string fileName, ReadOnlySpan<byte> content)
    {
        // No file name holds a NUL, so name and content cannot run into each other.
        byte[] named = [.. Encoding.UTF8.GetBytes(Path.GetFileName(fileName)), 0, .. content];
        return $"@outbox:{session}:{Sha256.Of(named)}";
    }

    private async Task<OutboxOutcome> PostMailAsync(
        OutboxEntry.Mail mail, SessionId session, string identity, CancellationToken cancellationToken)
    {
        var author = Author(mail.From, session);
        var parent = mail.InReplyTo is { } reference ? await AnsweredAsync(author, reference, cancellationToken) : null;
        var draft = new Draft
        {
            From = author,
            To = mail.To,
            Cc = mail.Cc,
            Subject = mail.Subject,
            Body = mail.Body,
            Type = mail.Type,
            Priority = mail.Priority,
            AckRequired = mail.AckRequired,
            Tags = mail.Tags,
            DedupKey = mail.DedupKey,
            ReplyTo = parent,
            Secrets = mail.AllowSecret ? SecretHandling.Allow : SecretHandling.Refuse,
        };
        var recognised = new PostingIdentity(mail.Id, identity);
        return new OutboxOutcome.Posted(author == session.Persona
            ? await office.Postmaster.PostForSessionAsync(draft, session, recognised, cancellationToken)
            : await office.Postmaster.PostClaimAsync(draft, recognised, cancellationToken));
    }

    /// <summary>
    /// What lies in a session's folder was written by whatever ran there. That it speaks for somebody else is a claim that nobody can check: it
    /// passes only where the team wants it to, never attested, and never as the lead or the engine, whose word counts for more.
    /// </summary>
    private PersonaId Author(PersonaId? claimed, SessionId session) =>
        claimed is not { } other || other == session.Persona ? session.Persona
        : other == PersonaId.Lead || other == PersonaId.Weaver ? throw new TroupeException(
            ErrorCode.InvalidArgument, $"it says that it is from {other}, and no session speaks for {other}: leave the line 'from' out.")
        : !office.Settings().OutboxClaims ? throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"it says that it is from {other}, and this was a session of {session.Persona}: leave the line 'from' out, or let the lead set outbox_claims in [mail].")
        : office.Addresses.Require(other);

    private async Task<Message> AnsweredAsync(PersonaId author, string reference, CancellationToken cancellationToken)
    {
        var mailboxes = await office.FoldAsync(cancellationToken);
        var parent = MessageLookup.RequireSeenBy(author, mailboxes, reference);
        office.RequireRoomForAnswer(parent, mailboxes);
        return parent;
    }

    private async Task<OutboxOutcome> PostMarksAsync(OutboxEntry.Marks marks, SessionId session, CancellationToken cancellationToken)
    {
        var owner = Author(marks.From, session);
        var mailboxes = await office.FoldAsync(cancellationToken);
        var messages = marks.Messages
            .Select(reference => MessageLookup.RequireReceived(owner, mailboxes, reference).Message.Id)
            .ToList();
        await office.MarkAsync(
            session.Persona, messages.Select(id => new MailEvent.Marked(marks.Mark, id, owner, session)), cancellationToken);
        return new OutboxOutcome.Marked(marks.Mark, messages);
    }

    private static Draft Returned(SessionId session, string fileName, string reason, string identity) => new()
    {
        From = PersonaId.Weaver,
        To = [Address.Of(session.Persona)],
        Subject = $"Not posted: {Printable.Escape(Path.GetFileName(fileName))}",
        Body = $"Your outbox file of session {session} was not posted.\n\nReason: {reason}\n\nThe format is in docs/specs/outbox.md.\n",
        Type = MessageType.System,
        DedupKey = identity,
        Secrets = SecretHandling.Redact,
    };
}

using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Takes drafts to mailboxes: checks them, resolves their addresses and appends them to the log. A message is durable,
/// and visible to every other process, when a method returns; a duplicate is recognised by the log itself.
/// </summary>
public sealed class Postmaster(IEventLog log, IBlobStore blobs, AddressBook addresses)
{
    /// <summary>Sends a message whose sender is a claim.</summary>
    /// <exception cref="TroupeException">An unknown recipient, a text that cannot be sent, or a log that cannot be written.</exception>
    public Task<SentMessage> SendAsync(Draft draft, CancellationToken cancellationToken) =>
        PostAsync(draft, attested: null, new PostingIdentity(), cancellationToken);

    /// <summary>
    /// Sends a message under an id that the caller has just made, so that posting it again from an outbox is recognised there.
    /// </summary>
    public Task<SentMessage> SendAsync(Draft draft, RecordId fresh, CancellationToken cancellationToken) =>
        PostAsync(draft, attested: null, new PostingIdentity(fresh, Key: null, IdIsFresh: true), cancellationToken);

    /// <summary>The engine's own post. The key makes a repeated report a duplicate; older reports on the same patch are superseded.</summary>
    public Task<SentMessage> PostAsWeaverAsync(Draft draft, ReportKey key, Mailboxes mailboxes, CancellationToken cancellationToken) =>
        SendAsync(
            draft with
            {
                From = PersonaId.Weaver,
                DedupKey = key.ToString(),
                Secrets = SecretHandling.Redact,
                Supersedes = [.. draft.Supersedes, .. key.Overtaken(mailboxes.Of(key.Persona))],
            },
            cancellationToken);

    /// <summary>
    /// For the engine alone: posts what it found in the folder of <paramref name="session"/>, as that session's persona and
    /// marked as attested. Posting the same thing again after a crash is recognised.
    /// </summary>
    internal Task<SentMessage> PostForSessionAsync(
        Draft draft, SessionId session, PostingIdentity identity, CancellationToken cancellationToken) =>
        PostAsync(draft with { From = session.Persona }, session, identity, cancellationToken);

    /// <summary>For the engine alone: posts what it found in a session's folder and what names another author. He is a claim.</summary>
    internal Task<SentMessage> PostClaimAsync(Draft draft, PostingIdentity identity, CancellationToken cancellationToken) =>
        PostAsync(draft, attested: null, identity, cancellationToken);

    private async Task<SentMessage> PostAsync(
        Draft given, SessionId? attested, PostingIdentity identity, CancellationToken cancellationToken)
    {
        DraftRules.Require(given);
        var draft = SecretRule.Apply(given);
        addresses.Require(draft.From);
        var recipients = addresses.Resolve(draft.To.Concat(draft.Cc), draft.From);
        using var kept = await KeptBlobs.KeepAsync(blobs, draft.Attachments, [draft.Body], cancellationToken);
        var (inline, stored) = await BodyStorage.PlaceAsync(draft.Body, blobs, cancellationToken);

        // The log knows one dedup key for each record, so what has a key goes out as one copy for each recipient.
        IReadOnlyList<PersonaId>[] deliveries = draft.DedupKey is null ? [recipients] : [.. recipients.Select(one => new[] { one })];
        var records = deliveries.Select((to, index) => new NewRecord
        {
            Id = index == 0 ? identity.Id : null,
            IdIsFresh = index == 0 && identity.IdIsFresh,
            Kind = MailEventKinds.Sent,
            Actor = draft.From.Value,
            Payload = SentMessageCodec.Encode(draft, to, attested, stored),
            Body = inline,
            DedupKey = draft.DedupKey is { } key ? DeduplicationKey.For(to[0], key) : identity.Key,
        });
        var outcomes = await log.AppendAsync([.. records], cancellationToken);
        return new SentMessage(
            outcomes[0].Id, outcomes.All(outcome => outcome.Duplicate), [.. outcomes.Select(outcome => outcome.Id)]);
    }
}

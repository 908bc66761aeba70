using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A message to and from the members of its <c>sent</c> record.</summary>
internal static class SentMessageCodec
{
    public static ReadOnlyMemory<byte> Encode(Draft draft, IReadOnlyList<PersonaId> recipients, SessionId? attested, StoredBody? body) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new SentPayload
            {
                From = draft.From.Value,
                To = Texts(draft.To),
                Cc = NullIfEmpty(Texts(draft.Cc)),
                Recipients = [.. recipients.Select(persona => persona.Value)],
                Subject = draft.Subject,
                Type = draft.Type.Name(),
                Priority = draft.Priority.Name(),
                Thread = draft.ReplyTo?.Thread.ToString(),
                InReplyTo = draft.ReplyTo?.Id.ToString(),
                AckRequired = draft.AckRequired,
                Tags = NullIfEmpty(draft.Tags),
                Hops = draft.ReplyTo is { } parent ? parent.Hops + 1 : 0,
                Supersedes = NullIfEmpty([.. draft.Supersedes.Select(id => id.ToString())]),
                Attested = attested?.ToString(),
                BodyBlob = body,
            },
            MailJson.Default.SentPayload);

    public static Message Decode(LogRecord record)
    {
        var payload = JsonSerializer.Deserialize(record.Json.Span, MailJson.Default.SentPayload)!;
        return new Message
        {
            Id = record.Id,
            Position = record.Position,
            Timestamp = record.Timestamp,
            From = PersonaId.Parse(payload.From ?? ""),
            To = Addresses(payload.To),
            Cc = Addresses(payload.Cc),
            Recipients = [.. (payload.Recipients ?? []).Select(PersonaId.Parse)],
            Subject = payload.Subject ?? "",
            Thread = payload.Thread is { } thread ? RecordId.Parse(thread) : record.Id,
            InReplyTo = payload.InReplyTo is { } parent ? RecordId.Parse(parent) : null,

            // A name from a later version must not make a message vanish.
            Type = MessageTypes.TryParse(payload.Type, out var type) ? type : MessageType.Note,
            Priority = Priorities.TryParse(payload.Priority, out var priority) ? priority : Priority.Normal,
            AckRequired = payload.AckRequired,
            Tags = payload.Tags ?? [],
            Attachments = payload.Attachments ?? [],
            DedupKey = DeduplicationKey.Of(record.DedupKey),
            Hops = payload.Hops,
            Supersedes = [.. (payload.Supersedes ?? []).Select(RecordId.Parse)],
            Attested = payload.Attested is { } session ? SessionId.Parse(session) : null,
            StoredBody = payload.BodyBlob,
        };
    }

    private static Address[] Addresses(IReadOnlyList<string>? texts) => [.. (texts ?? []).Select(Address.Parse)];

    private static string[] Texts(IReadOnlyList<Address> addresses) => [.. addresses.Select(address => address.ToString())];

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> list) => list.Count == 0 ? null : list;
}

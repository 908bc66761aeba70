using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>A letter to and from its line. This form alone holds everything.</summary>
internal static class JsonLetterCodec
{
    private const int Version = 1;

    public static byte[] Encode(Letter letter) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonLetter
        {
            SchemaVersion = Version,
            Id = letter.Id.ToString(),
            SentAt = letter.SentAt is { } sent ? UtcText.Write(sent) : null,
            From = letter.From,
            ImportedSender = letter.ImportedSender,
            To = letter.To,
            Cc = letter.Cc.Count == 0 ? null : letter.Cc,
            Recipients = letter.Recipients,
            Subject = letter.Subject,
            Thread = letter.Thread.ToString(),
            InReplyTo = letter.InReplyTo?.ToString(),
            Hops = letter.Hops,
            Type = letter.Type.Name(),
            Priority = letter.Priority.Name(),
            AckRequired = letter.AckRequired,
            Tags = letter.Tags,
            Attachments = [.. letter.Enclosures.Select(one => new JsonEnclosure(one.Name, one.Sha256, one.Content?.Length ?? 0, one.MediaType))],
            DedupKey = letter.DedupKey,
            Supersedes = letter.Supersedes.Count == 0 ? null : [.. letter.Supersedes.Select(id => id.ToString())],
            Attested = letter.Attested,
            Position = letter.Place?.ToString(),
            Mailboxes = [.. letter.States.Select(Encode)],
            Body = letter.Body,
        },
        InterchangeJson.Readable.JsonLetter);

    /// <exception cref="FormatException">No such object, or one that misses what a letter needs.</exception>
    public static Letter Decode(byte[] line, BlobsFolder blobs)
    {
        var json = InterchangeJsonReading.Read(line, InterchangeJson.Default.JsonLetter);
        if (json.SchemaVersion is not (null or Version))
        {
            throw new FormatException($"its schema_version is {json.SchemaVersion}, and this program knows {Version}: a newer one wrote it");
        }

        var id = Id(json.Id ?? throw new FormatException("it has no id"));
        return new Letter
        {
            Id = id,
            SentAt = json.SentAt is { } sent ? UtcText.TryParse(sent) ?? throw new FormatException("its sent_at is no moment like 2026-01-11T09:06:00.000Z") : null,
            From = json.From ?? throw new FormatException("it has no from"),
            ImportedSender = json.ImportedSender,
            To = json.To ?? [],
            Cc = json.Cc ?? [],
            Recipients = json.Recipients,
            Subject = json.Subject ?? "",
            Body = json.Body ?? "",
            Thread = json.Thread is { } thread ? Id(thread) : id,
            InReplyTo = json.InReplyTo is { } parent ? Id(parent) : null,
            Hops = Math.Max(json.Hops ?? 0, 0),
            Type = MessageTypes.TryParse(json.Type, out var type) ? type : MessageType.Note,
            Priority = Priorities.TryParse(json.Priority, out var priority) ? priority : Priority.Normal,
            AckRequired = json.AckRequired ?? false,
            Tags = json.Tags ?? [],
            Enclosures = [.. (json.Attachments ?? []).Select(one => blobs.Read(AttachmentName.Clean(one.Name ?? ""), one.Sha256 ?? "", one.MediaType ?? ""))],
            DedupKey = json.DedupKey,
            Supersedes = [.. (json.Supersedes ?? []).Select(Id)],
            Attested = json.Attested,
            Place = Position.TryParse(json.Position, out var place) ? place : null,
            States = [.. (json.Mailboxes ?? []).Select(Decode)],
        };
    }

    private static JsonState Encode(LetterState state) => new()
    {
        Persona = state.Mailbox,
        Read = state.IsRead,
        Acked = state.IsAcked,
        Archived = state.IsArchived,
        Trashed = state.IsTrashed,
        Superseded = state.IsSuperseded,
        Tags = state.Tags,
        ShownIn = state.ShownIn,
    };

    private static LetterState Decode(JsonState state) => new(state.Persona)
    {
        IsRead = state.Read,
        IsAcked = state.Acked,
        IsArchived = state.Archived,
        IsTrashed = state.Trashed,
        IsSuperseded = state.Superseded,
        Tags = state.Tags,
        ShownIn = state.ShownIn ?? [],
    };

    private static RecordId Id(string text) =>
        RecordId.TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no message id (a UUID)");
}

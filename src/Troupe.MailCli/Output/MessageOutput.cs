using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>One message in every mail command's JSON (docs/specs/mail.md). What is null is left out.</summary>
public sealed record MessageOutput
{
    public required string Id { get; init; }

    public required string Ts { get; init; }

    public required string From { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public IReadOnlyList<string>? Cc { get; init; }

    public required string Subject { get; init; }

    public required string Type { get; init; }

    public required string Priority { get; init; }

    public required bool Unread { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string Thread { get; init; }

    public string? InReplyTo { get; init; }

    public bool AckRequired { get; init; }

    public bool Acked { get; init; }

    public bool Archived { get; init; }

    public bool Trashed { get; init; }

    /// <summary>Only where overdue messages were asked for.</summary>
    public bool? Overdue { get; init; }

    /// <summary>In <c>sent</c>: who was asked to acknowledge it and has not yet.</summary>
    public IReadOnlyList<string>? UnackedBy { get; init; }

    public string? SupersededBy { get; init; }

    public IReadOnlyList<string>? Supersedes { get; init; }

    public IReadOnlyList<AttachmentOutput>? Attachments { get; init; }

    public string? Attested { get; init; }

    /// <summary>Only of imported messages: when it was sent, as its source says.</summary>
    public string? SentAt { get; init; }

    /// <summary>Only of imported messages: the format that it came in.</summary>
    public string? ImportedFrom { get; init; }

    /// <summary>Only of imported messages: who sent it by its source's account, where that is no persona here.</summary>
    public string? ImportedSender { get; init; }

    public string? Body { get; init; }

    /// <summary>Of <c>search</c>: the text around the first hit.</summary>
    public string? Snippet { get; init; }

    /// <summary>Of <c>search</c>: true where the body was made unreadable.</summary>
    public bool? Redacted { get; init; }

    /// <summary>A message as it lies in a mailbox.</summary>
    public static MessageOutput Of(MailboxEntry entry, string? body = null) => Of(entry.Message, entry.IsUnread, body) with
    {
        Tags = [.. entry.Tags],
        Acked = entry.IsAcked,
        Archived = entry.IsArchived,
        Trashed = entry.IsTrashed,
        SupersededBy = entry.SupersededBy?.ToString(),
    };

    /// <summary>A message as it was sent.</summary>
    public static MessageOutput Of(Message message, bool unread, string? body = null) => new()
    {
        Id = message.Id.ToString(),
        Ts = UtcText.Write(message.Timestamp),
        From = message.From.Value,
        To = Texts(message.To),
        Cc = message.Cc.Count == 0 ? null : Texts(message.Cc),
        Subject = message.Subject,
        Type = message.Type.Name(),
        Priority = message.Priority.Name(),
        Unread = unread,
        Tags = message.Tags,
        Thread = message.Thread.ToString(),
        InReplyTo = message.InReplyTo?.ToString(),
        AckRequired = message.AckRequired,
        Supersedes = message.Supersedes.Count == 0 ? null : [.. message.Supersedes.Select(id => id.ToString())],
        Attachments = message.Attachments.Count == 0 ? null : [.. message.Attachments.Select(one => AttachmentOutput.Of(one))],
        Attested = message.Attested?.ToString(),
        SentAt = message.Origin?.SentAt is { } sent ? UtcText.Write(sent) : null,
        ImportedFrom = message.Origin?.Format,
        ImportedSender = message.Origin?.Sender,
        Body = body,
    };

    private static string[] Texts(IReadOnlyList<Address> addresses) => [.. addresses.Select(address => address.ToString())];
}

using System.Text.Json;

namespace Troupe.Mail;

/// <summary>One <c>name: value</c> line of an outbox file. A value with control characters or outer blanks is a JSON string.</summary>
internal static class OutboxHeader
{
    public const string Id = "id";
    public const string From = "from";
    public const string To = "to";
    public const string Cc = "cc";
    public const string Subject = "subject";
    public const string Type = "type";
    public const string Priority = "priority";
    public const string AckRequired = "ack-required";
    public const string AllowSecret = "allow-secret";
    public const string Tags = "tags";
    public const string DedupKey = "dedup-key";
    public const string InReplyTo = "in-reply-to";
    public const string MarkRead = "mark-read";
    public const string MarkAcked = "mark-acked";

    public static IReadOnlyList<string> OfMail { get; } =
        [Id, From, To, Cc, Subject, Type, Priority, AckRequired, AllowSecret, Tags, DedupKey, InReplyTo];

    public static string Line(string name, string value) => $"{name}: {(NeedsQuotes(value) ? Quote(value) : value)}\n";

    /// <summary>Null when the value begins as a JSON string and is none.</summary>
    public static string? Unquote(string value)
    {
        if (!value.StartsWith('"'))
        {
            return value;
        }

        try
        {
            return JsonSerializer.Deserialize(value, OutboxJson.Default.String);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool NeedsQuotes(string value) => value.StartsWith('"') || value.Trim() != value || value.Any(char.IsControl);

    private static string Quote(string value) => JsonSerializer.Serialize(value, OutboxJson.Default.String);
}

using System.Text.Json.Serialization;

namespace Troupe.Mail;

/// <summary>The log's form of mail events: snake_case, nothing that is empty.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SentPayload))]
[JsonSerializable(typeof(MarkPayload))]
internal sealed partial class MailJson : JsonSerializerContext;

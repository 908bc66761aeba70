using System.Text.Json.Serialization;

namespace Troupe.Cli.Mail;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SendOutput))]
[JsonSerializable(typeof(MessagesOutput))]
[JsonSerializable(typeof(ThreadOutput))]
[JsonSerializable(typeof(MarkOutput))]
[JsonSerializable(typeof(TagOutput))]
[JsonSerializable(typeof(RedactOutput))]
internal sealed partial class MailOutputJson : JsonSerializerContext;

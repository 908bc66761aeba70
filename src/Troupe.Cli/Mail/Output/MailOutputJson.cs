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
[JsonSerializable(typeof(SearchOutput))]
[JsonSerializable(typeof(TagOutput))]
internal sealed partial class MailOutputJson : JsonSerializerContext;

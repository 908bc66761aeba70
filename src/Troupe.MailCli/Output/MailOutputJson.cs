using System.Text.Json.Serialization;

namespace Troupe.MailCli;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SendOutput))]
[JsonSerializable(typeof(MessagesOutput))]
[JsonSerializable(typeof(ThreadOutput))]
[JsonSerializable(typeof(MarkOutput))]
[JsonSerializable(typeof(TagOutput))]
[JsonSerializable(typeof(AttachmentsOutput))]
[JsonSerializable(typeof(CheckOutput))]
[JsonSerializable(typeof(HookOutput))]
[JsonSerializable(typeof(ReservationsOutput))]
[JsonSerializable(typeof(WatchOutput))]
internal sealed partial class MailOutputJson : JsonSerializerContext;

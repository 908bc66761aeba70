using System.Text.Json.Serialization;

namespace Troupe.Cli.Weave;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HeldOutput))]
[JsonSerializable(typeof(HeldAnswerOutput))]
[JsonSerializable(typeof(HeldEntry))]
internal sealed partial class HeldOutputJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Troupe.Cli.Weave;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(WeaveOutput))]
internal sealed partial class WeaveOutputJson : JsonSerializerContext;

using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Troupe.Cli.Config;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ConfigOutput))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(ReferenceOutput))]
internal sealed partial class ConfigOutputJson : JsonSerializerContext;

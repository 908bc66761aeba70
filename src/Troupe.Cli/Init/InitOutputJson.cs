using System.Text.Json.Serialization;

namespace Troupe.Cli.Init;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(InitOutput))]
internal sealed partial class InitOutputJson : JsonSerializerContext;

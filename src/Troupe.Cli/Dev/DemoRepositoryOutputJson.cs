using System.Text.Json.Serialization;

namespace Troupe.Cli.Dev;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DemoRepositoryOutput))]
internal sealed partial class DemoRepositoryOutputJson : JsonSerializerContext;

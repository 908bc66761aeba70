using System.Text.Json.Serialization;

namespace Troupe.Cli.Query;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SchemaOutput))]
internal sealed partial class QueryJson : JsonSerializerContext;

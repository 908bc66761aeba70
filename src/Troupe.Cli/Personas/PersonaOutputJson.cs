using System.Text.Json.Serialization;

namespace Troupe.Cli.Personas;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PersonaListOutput))]
[JsonSerializable(typeof(PersonaShowOutput))]
[JsonSerializable(typeof(PersonaRenderOutput))]
[JsonSerializable(typeof(PersonaValidateOutput))]
internal sealed partial class PersonaOutputJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troupe.Engine;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dossier))]
internal sealed partial class DossierJson : JsonSerializerContext;

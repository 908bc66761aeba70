using System.Text.Json.Serialization;

namespace Troupe.Weaving;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PatchOutput))]
internal sealed partial class ReportOutputJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Troupe.Engine;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KeptLocks))]
internal sealed partial class KeptLocksJson : JsonSerializerContext;

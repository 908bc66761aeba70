using System.Text.Json.Serialization;

namespace Troupe.Rehearsal.Replay;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplayReport))]
public sealed partial class ReplayReportJson : JsonSerializerContext;

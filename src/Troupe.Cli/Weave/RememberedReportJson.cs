using System.Text.Json.Serialization;

namespace Troupe.Cli.Weave;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<RememberedReport>))]
internal sealed partial class RememberedReportJson : JsonSerializerContext;

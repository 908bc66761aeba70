using System.Text.Json.Serialization;

namespace Troupe.Cli.Weave;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<RememberedReport>))]
[JsonSerializable(typeof(PatchOutput))]
internal sealed partial class RememberedReportJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troupe.Cli.Sprints;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SprintPlan))]
[JsonSerializable(typeof(SprintListings))]
[JsonSerializable(typeof(TickOutput))]
internal sealed partial class SprintOutputJson : JsonSerializerContext;

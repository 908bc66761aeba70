using System.Text.Json.Serialization;

namespace Troupe.Rehearsal.Simulation;

/// <summary>The JSON of <c>troupe simulate --json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(SimulationReport))]
public sealed partial class SimulationJson : JsonSerializerContext;

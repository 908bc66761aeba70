using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>The report's JSON, indented: what people read and scripts take apart.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", UseStringEnumConverter = true)]
[JsonSerializable(typeof(SprintReport))]
public sealed partial class SprintReportJson : JsonSerializerContext;

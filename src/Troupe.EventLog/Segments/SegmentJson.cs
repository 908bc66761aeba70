using System.Text.Json.Serialization;

namespace Troupe.EventLog;

/// <summary>The files beside a log name their members as its records do.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SegmentManifest))]
internal sealed partial class SegmentJson : JsonSerializerContext;

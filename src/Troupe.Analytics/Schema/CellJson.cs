using System.Text.Json.Serialization;

namespace Troupe.Analytics;

/// <summary>Lists of texts as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(string[]))]
internal sealed partial class CellJson : JsonSerializerContext;

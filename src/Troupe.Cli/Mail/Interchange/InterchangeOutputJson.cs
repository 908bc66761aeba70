using System.Text.Json.Serialization;

namespace Troupe.Cli.Mail;

/// <summary>Apart from the other mail commands' context, so that these load nothing of it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ExportOutput))]
[JsonSerializable(typeof(ImportOutput))]
internal sealed partial class InterchangeOutputJson : JsonSerializerContext;

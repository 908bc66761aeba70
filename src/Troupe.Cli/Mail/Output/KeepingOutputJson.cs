using System.Text.Json.Serialization;

namespace Troupe.Cli.Mail;

/// <summary>What the mail commands print that <c>jules-mail</c> leaves to this program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SearchOutput))]
[JsonSerializable(typeof(RedactOutput))]
[JsonSerializable(typeof(RetentionOutput))]
internal sealed partial class KeepingOutputJson : JsonSerializerContext;

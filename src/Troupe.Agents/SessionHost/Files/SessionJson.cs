using System.Text.Json;
using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary>The JSON of session folders. Names are persisted: they are never changed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = false,
    WriteIndented = true,
    Converters = [typeof(SessionStateConverter)])]
[JsonSerializable(typeof(SessionOrder))]
[JsonSerializable(typeof(SessionExit))]
internal sealed partial class SessionJson : JsonSerializerContext;

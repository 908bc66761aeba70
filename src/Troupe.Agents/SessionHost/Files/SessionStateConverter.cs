using System.Text.Json;
using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary>States by name in camel case, never by number.</summary>
internal sealed class SessionStateConverter()
    : JsonStringEnumConverter<SessionState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

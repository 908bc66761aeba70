using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Troupe.Server.Mcp.Tools;

/// <summary>The arguments and answers of all tools (docs/specs/mcp.md). An argument that no tool knows is refused, not overlooked.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NoArguments))]
[JsonSerializable(typeof(SendArguments))]
[JsonSerializable(typeof(ReplyArguments))]
[JsonSerializable(typeof(SentAnswer))]
[JsonSerializable(typeof(InboxArguments))]
[JsonSerializable(typeof(InboxAnswer))]
[JsonSerializable(typeof(MessagesArguments))]
[JsonSerializable(typeof(ReadAnswer))]
[JsonSerializable(typeof(AckAnswer))]
[JsonSerializable(typeof(SearchArguments))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(ReserveArguments))]
[JsonSerializable(typeof(ReserveAnswer))]
[JsonSerializable(typeof(ReleaseArguments))]
[JsonSerializable(typeof(ReleaseAnswer))]
[JsonSerializable(typeof(WhoAmIAnswer))]
[JsonSerializable(typeof(WeaveStatusAnswer))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ToolJson : JsonSerializerContext;

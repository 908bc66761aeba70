using Troupe.EventLog;

namespace Troupe.Interchange;

/// <summary>An attachment with its content.</summary>
/// <param name="Content">Null where its blob is lost.</param>
internal sealed record Enclosure(string Name, string MediaType, string Sha256, ReadOnlyMemory<byte>? Content)
{
    public static Enclosure Of(string name, string mediaType, ReadOnlyMemory<byte> content) =>
        new(name, mediaType, EventLog.Sha256.Of(content.Span).Value, content);
}

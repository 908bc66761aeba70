using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Troupe.Interchange;

/// <summary>Reads one JSON object that comes from anywhere.</summary>
internal static class InterchangeJsonReading
{
    /// <exception cref="FormatException">The line is no such object.</exception>
    public static T Read<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line.Trim(" \t\r"u8), type) ?? throw new FormatException("it is no JSON object");
        }
        catch (JsonException problem)
        {
            // Half of a surrogate pair, written as an escape, is refused here, too: it is no text.
            throw new FormatException($"it is no JSON object of this format (member {problem.Path}, byte {problem.BytePositionInLine})", problem);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Writes an id as its text and reads it back; a text that is no such id makes the record unreadable.</summary>
internal abstract class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return parse(reader.GetString() ?? "");
        }
        catch (Exception failure) when (failure is FormatException or TroupeException)
        {
            throw new JsonException(failure.Message, failure);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

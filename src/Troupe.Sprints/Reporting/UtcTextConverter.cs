using System.Text.Json;
using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Moments in reports have the form of all others (<see cref="UtcText"/>).</summary>
public sealed class UtcTextConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(UtcText.Write(value));
}

using System.Text.Json;

namespace Troupe.Cli.Query;

/// <summary>One value of an answer. It comes as JSON, but for numbers that JSON does not have (NaN, Infinity).</summary>
internal static class CellText
{
    /// <summary>For people and for CSV: a text without quotes, null as nothing, all else as JSON.</summary>
    public static string Of(string? json)
    {
        if (json is not ['"', ..])
        {
            return json is null or "null" ? "" : json;
        }

        using var value = JsonDocument.Parse(json);
        return value.RootElement.GetString()!;
    }

    public static void Write(Utf8JsonWriter into, string? json)
    {
        if (json is null)
        {
            into.WriteNullValue();
            return;
        }

        try
        {
            using var value = JsonDocument.Parse(json);
            value.RootElement.WriteTo(into);
        }
        catch (JsonException)
        {
            into.WriteStringValue(json);
        }
    }
}

using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Reads the values of a record's members, each with a form of its own; a wrong form is a <see cref="JsonException"/>.</summary>
internal static class PayloadReader
{
    public static PersonaId Persona(ref Utf8JsonReader json) => PersonaId.Parse(Text(ref json));

    public static RecordId Record(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.String && json.TryGetGuid(out var id)
        ? new RecordId(id)
        : throw new JsonException("a record id is expected");

    public static SessionId Session(ref Utf8JsonReader json) => SessionId.Parse(Text(ref json));

    public static string Text(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : throw new JsonException("a text is expected");

    public static long Number(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : throw new JsonException("a number is expected");

    public static bool Flag(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new JsonException("true or false is expected"),
    };

    public static T[] List<T>(ref Utf8JsonReader json, Element<T> element)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a list is expected");
        }

        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(element(ref json));
        }

        return [.. items];
    }

    public delegate T Element<out T>(ref Utf8JsonReader json);
}

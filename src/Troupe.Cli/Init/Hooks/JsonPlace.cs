using System.Text.Json;

namespace Troupe.Cli.Init;

/// <summary>A value of a JSON text and where it stands, so that a part can be changed and the rest, comments too, stays as it is.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last.</param>
/// <param name="Text">Of a string.</param>
internal sealed record JsonPlace(JsonTokenType Kind, int Start, int End, string? Text, IReadOnlyList<JsonPlace> Items)
{
    /// <summary>The name, where this is a member of an object; it begins at <see cref="Outset"/>.</summary>
    public string? Name { get; private init; }

    /// <summary>Where the value begins, or the name before it.</summary>
    public int Outset { get; private init; } = Start;

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonPlace Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        var root = Read(ref reader);
        while (reader.Read())
        {
            // What follows the value may be nothing but comments.
        }

        return root;
    }

    public JsonPlace? Member(string name) => IsObject ? Items.LastOrDefault(member => member.Name == name) : null;

    private static JsonPlace Read(ref Utf8JsonReader reader)
    {
        var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
        List<JsonPlace> items = [];
        while (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reader.Read();
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                break;
            }

            var (name, outset) = (kind == JsonTokenType.StartObject ? reader.GetString() : null, (int)reader.TokenStartIndex);
            if (name is not null)
            {
                reader.Read();
            }

            items.Add(Read(ref reader) with { Name = name, Outset = outset });
        }

        return new JsonPlace(kind, start, (int)reader.BytesConsumed, kind == JsonTokenType.String ? reader.GetString() : null, items);
    }
}

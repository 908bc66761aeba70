using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Troupe.Shell;

/// <summary>The one way in which commands write <c>--json</c> output.</summary>
public static class TerminalJson
{
    private const int PartLength = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JsonText.Encoder, SkipValidation = true };

    /// <summary>The answer of a command: as JSON where that was asked for, else in lines.</summary>
    public static void Answer<T>(this Terminal terminal, bool json, T value, JsonTypeInfo<T> type, Func<IEnumerable<string>> lines)
    {
        if (json)
        {
            terminal.Json(value, type);
            return;
        }

        foreach (var line in lines())
        {
            terminal.Data(line);
        }
    }

    public static void Json<T>(this Terminal terminal, T value, JsonTypeInfo<T> type) =>
        Json(terminal, json => JsonSerializer.Serialize(json, value, type));

    public static void Json(this Terminal terminal, JsonNode value) => Json(terminal, json => value.WriteTo(json));

    /// <summary>JSON of a form that no type has.</summary>
    public static void Json(this Terminal terminal, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        terminal.Data(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>JSON that may be longer than memory: what was written goes on its way whenever the writer says so, and enough has gathered.</summary>
    public static void JsonInParts(this Terminal terminal, Action<Utf8JsonWriter, Action> write)
    {
        var bytes = new ArrayBufferWriter<byte>(PartLength);
        using var json = new Utf8JsonWriter(bytes, Options);
        write(json, () => PassOn(PartLength));
        PassOn(0);
        terminal.Data("");

        void PassOn(int enough)
        {
            if (bytes.WrittenCount + json.BytesPending >= enough)
            {
                json.Flush();
                terminal.Output.Write(Encoding.UTF8.GetString(bytes.WrittenSpan));
                bytes.ResetWrittenCount();
            }
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Troupe.Cli.Shell;

/// <summary>The one way in which commands write <c>--json</c> output.</summary>
internal static class TerminalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JsonText.Encoder, SkipValidation = true };

    public static void Json<T>(this Terminal terminal, T value, JsonTypeInfo<T> type) =>
        Json(terminal, json => JsonSerializer.Serialize(json, value, type));

    public static void Json(this Terminal terminal, JsonNode value) => Json(terminal, json => value.WriteTo(json));

    private static void Json(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        terminal.Data(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Troupe.Mail;

/// <summary>
/// Writes the members of a record: snake_case names, text as itself (the log escapes control characters), nothing that is empty.
/// Written by hand because a serializer's set-up would be a good part of what a cold <c>send</c> may cost.
/// </summary>
internal sealed class PayloadWriter : IDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _bytes = new(512);
    private readonly Utf8JsonWriter _json;

    public PayloadWriter()
    {
        _json = new Utf8JsonWriter(_bytes, Readable);
        _json.WriteStartObject();
    }

    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    public void Texts(ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        var any = false;
        foreach (var value in values)
        {
            if (!any)
            {
                _json.WriteStartArray(name);
                any = true;
            }

            _json.WriteStringValue(value);
        }

        if (any)
        {
            _json.WriteEndArray();
        }
    }

    public void Number(ReadOnlySpan<byte> name, long value)
    {
        if (value != 0)
        {
            _json.WriteNumber(name, value);
        }
    }

    public void Flag(ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            _json.WriteBoolean(name, value);
        }
    }

    public ReadOnlyMemory<byte> Finish()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _bytes.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();
}

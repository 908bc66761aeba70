using System.Buffers;
using System.Buffers.Text;

namespace Troupe.EventLog;

/// <summary>
/// Writes the payload of a new record in the form that the log keeps: nothing that is empty, no white space, text as itself.
/// By hand, because a general JSON writer's set-up would be a good part of what a cold append may cost.
/// </summary>
public sealed class PayloadWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    public PayloadWriter Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Quote(value);
        }

        return this;
    }

    public PayloadWriter Texts(ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        var isFirst = true;
        foreach (var value in values)
        {
            if (isFirst)
            {
                Name(name);
            }

            _bytes.Write(isFirst ? "["u8 : ","u8);
            Quote(value);
            isFirst = false;
        }

        _bytes.Write(isFirst ? default : "]"u8);
        return this;
    }

    /// <param name="objects">JSON objects, each as <see cref="Finish"/> gives it.</param>
    public PayloadWriter Objects(ReadOnlySpan<byte> name, IEnumerable<ReadOnlyMemory<byte>> objects)
    {
        var isFirst = true;
        foreach (var one in objects)
        {
            if (isFirst)
            {
                Name(name);
            }

            _bytes.Write(isFirst ? "["u8 : ","u8);
            _bytes.Write(one.Span);
            isFirst = false;
        }

        _bytes.Write(isFirst ? default : "]"u8);
        return this;
    }

    public PayloadWriter Number(ReadOnlySpan<byte> name, long value)
    {
        if (value != 0)
        {
            Name(name);
            Utf8Formatter.TryFormat(value, _bytes.GetSpan(20), out var written);
            _bytes.Advance(written);
        }

        return this;
    }

    public PayloadWriter Flag(ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            Name(name);
            _bytes.Write("true"u8);
        }

        return this;
    }

    /// <summary>The JSON object.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        _bytes.Write(_bytes.WrittenCount == 0 ? "{}"u8 : "}"u8);
        return _bytes.WrittenMemory;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        _bytes.Write(_bytes.WrittenCount == 0 ? "{\""u8 : ",\""u8);
        _bytes.Write(name);
        _bytes.Write("\":"u8);
    }

    private void Quote(string text)
    {
        _bytes.Write("\""u8);
        JsonText.Write(JsonText.ToUtf8(text, "payload"), escaped: false, _bytes);
        _bytes.Write("\""u8);
    }
}

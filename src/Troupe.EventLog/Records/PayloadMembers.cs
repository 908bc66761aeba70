using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Copies the members of a payload into a record: checked, on one line, as they were written.</summary>
internal static class PayloadMembers
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: no JSON object in UTF-8, or a name that may not be used.</exception>
    public static void Write(ReadOnlyMemory<byte> payload, ArrayBufferWriter<byte> into)
    {
        if (payload.IsEmpty)
        {
            return;
        }

        if (!Utf8.IsValid(payload.Span))
        {
            throw Invalid("is not UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(payload.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw Invalid("is not a JSON object");
            }

            Copy(ref reader, into);
        }
        catch (JsonException e)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"The payload of a record is not JSON: {Printable.Escape(e.Message)}", e);
        }
    }

    private static void Copy(ref Utf8JsonReader reader, ArrayBufferWriter<byte> into)
    {
        var names = new HashSet<string>(RecordFormat.ReservedNames);
        var afterValue = true;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                if (reader.CurrentDepth == 0)
                {
                    continue;
                }

                into.Write(reader.TokenType == JsonTokenType.EndObject ? "}"u8 : "]"u8);
                afterValue = true;
                continue;
            }

            if (afterValue)
            {
                into.Write(","u8);
            }

            afterValue = WriteToken(ref reader, names, into);
        }
    }

    /// <summary>Writes a token other than an end; true when a comma must follow before the next.</summary>
    private static bool WriteToken(ref Utf8JsonReader reader, HashSet<string> names, ArrayBufferWriter<byte> into)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                into.Write("{"u8);
                return false;
            case JsonTokenType.StartArray:
                into.Write("["u8);
                return false;
            case JsonTokenType.PropertyName:
                if (reader.CurrentDepth == 1 && !names.Add(Text(ref reader)))
                {
                    throw Invalid($"uses the name '{Printable.Escape(Text(ref reader))}', which is the record's own or was used before");
                }

                WriteString(ref reader, into);
                into.Write(":"u8);
                return false;
            case JsonTokenType.String:
                WriteString(ref reader, into);
                return true;
            default:
                into.Write(reader.ValueSpan);
                return true;
        }
    }

    private static void WriteString(ref Utf8JsonReader reader, ArrayBufferWriter<byte> into)
    {
        if (reader.ValueIsEscaped)
        {
            // An escape may spell half of a surrogate pair; decoding shows it.
            Text(ref reader);
        }

        into.Write("\""u8);
        JsonText.Write(reader.ValueSpan, escaped: true, into);
        into.Write("\""u8);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, "The payload of a record holds half of a surrogate pair, which is no text.", e);
        }
    }

    private static TroupeException Invalid(string what) => new(ErrorCode.InvalidArgument, $"The payload of a record {what}.");
}

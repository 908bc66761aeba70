using System.Buffers;
using System.Text;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Encodes and checks a record before any lock is taken: all but its chain and checksum.</summary>
internal static class RecordEncoder
{
    private static readonly SearchValues<char> KindCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.-");

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: this cannot be a record.</exception>
    public static UnchainedRecord Encode(NewRecord record, TimeProvider time)
    {
        CheckKind(record.Kind);
        var id = record.Id ?? RecordId.New(time);
        var into = new ArrayBufferWriter<byte>(512 + record.Payload.Length + (record.Body?.Length ?? 0));
        into.Write(RecordFormat.Opening);
        into.Write("1"u8);
        into.Write(RecordFormat.IdMember);
        id.Value.TryFormat(into.GetSpan(RecordFormat.IdLength), out var written);
        into.Advance(written);
        into.Write(RecordFormat.TimestampMember);
        RecordTimestamp.Write(time.GetUtcNow(), into.GetSpan(RecordFormat.TimestampLength));
        into.Advance(RecordFormat.TimestampLength);
        into.Write(RecordFormat.KindMember);
        into.Write(Encoding.ASCII.GetBytes(record.Kind));
        into.Write(RecordFormat.ActorMember);
        WriteText(record.Actor, "actor", RecordFormat.MaxActorLength, into);
        into.Write("\""u8);
        var key = WriteKey(record.DedupKey, into);
        PayloadMembers.Write(record.Payload, into);
        var bodyStart = WriteBody(record.Body, into);
        CheckLength(record.Kind, into.WrittenCount + RecordFormat.ChainMemberLength + RecordFormat.TrailerLength + 1);
        var body = record.Body is null ? (Range?)null : bodyStart..into.WrittenCount;
        return new UnchainedRecord(id, into.WrittenMemory, key, body, record is { Id: not null, IdIsFresh: false });
    }

    private static void CheckKind(string kind)
    {
        if (kind.Length is 0 or > RecordFormat.MaxKindLength || !char.IsAsciiLetterLower(kind[0]) || kind.AsSpan().ContainsAnyExcept(KindCharacters))
        {
            throw Invalid($"'{Printable.Escape(kind)}' cannot be the kind of a record: use a lower-case letter, then at most 63 of a-z, 0-9, '_', '.' and '-'.");
        }
    }

    private static Range? WriteKey(string? key, ArrayBufferWriter<byte> into)
    {
        if (key is null)
        {
            return null;
        }

        into.Write(RecordFormat.KeyMember);
        var start = into.WrittenCount;
        WriteText(key, "dedup key", RecordFormat.MaxKeyLength, into);
        var end = into.WrittenCount;
        into.Write("\""u8);
        return start..end;
    }

    /// <summary>Gives where the member that a redaction replaces begins.</summary>
    private static int WriteBody(string? body, ArrayBufferWriter<byte> into)
    {
        if (body is null)
        {
            return into.WrittenCount;
        }

        var utf8 = JsonText.ToUtf8(body, "body");
        into.Write(RecordFormat.BodyHashMember);
        into.Write(Encoding.ASCII.GetBytes(Sha256.Of(utf8).Value));
        into.Write("\""u8);
        var start = into.WrittenCount;
        into.Write(RecordFormat.BodyMember);
        JsonText.Write(utf8, escaped: false, into);
        into.Write("\""u8);
        return start;
    }

    private static void WriteText(string text, string what, int maxLength, ArrayBufferWriter<byte> into)
    {
        var utf8 = JsonText.ToUtf8(text, what);
        if (utf8.Length == 0 || utf8.Length > maxLength)
        {
            throw Invalid($"The {what} of a record takes 1 to {maxLength} bytes, not {utf8.Length}.");
        }

        JsonText.Write(utf8, escaped: false, into);
    }

    private static void CheckLength(string kind, int length)
    {
        if (length > RecordFormat.MaxLength)
        {
            throw Invalid(
                $"A '{kind}' record would take {length} bytes; at most {RecordFormat.MaxLength} fit. Put its body into the blob store and name the blob in the record.");
        }
    }

    private static TroupeException Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}

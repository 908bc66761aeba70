namespace Troupe.EventLog;

/// <summary>Where the parts of a record are in its bytes (without the newline). Values are between their quotes, still escaped.</summary>
internal readonly record struct RecordLayout
{
    public required int Id { get; init; }

    public required Range Kind { get; init; }

    public required Range Actor { get; init; }

    /// <summary>The dedup key, or null.</summary>
    public Range? Key { get; init; }

    /// <summary>The caller's own members, each with a comma before it.</summary>
    public required Range Payload { get; init; }

    /// <summary>The whole member <c>,"body":"…"</c>, or null.</summary>
    public Range? BodyMember { get; init; }

    /// <summary>The 64 hex digits of the body's hash, where there is a body.</summary>
    public int BodyHash => BodyMember is { } member ? member.Start.Value - 1 - (2 * Sha256Hasher.DigestLength) : -1;

    /// <summary>The 32 hex digits of the chain.</summary>
    public required int Chain { get; init; }

    /// <summary>Length of <c>,"body_sha256":"…"</c>.</summary>
    public static int BodyHashLength => RecordFormat.BodyHashMember.Length + (2 * Sha256Hasher.DigestLength) + 1;

    public int Timestamp => Id + RecordFormat.IdLength + RecordFormat.TimestampMember.Length;

    /// <summary>Reads the layout of a record of version 1 whose checksum is known to be right.</summary>
    /// <returns>False: somebody gave other bytes a right checksum.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out RecordLayout layout)
    {
        layout = default;
        var cursor = new LineCursor(line);
        if (!cursor.Skip(RecordFormat.Opening) || !cursor.Skip("1"u8) || !cursor.Skip(RecordFormat.IdMember)
            || !cursor.Take(RecordFormat.IdLength, out var id) || !cursor.Skip(RecordFormat.TimestampMember)
            || !cursor.Take(RecordFormat.TimestampLength, out _) || !cursor.Skip(RecordFormat.KindMember)
            || !cursor.TakeText(out var kind) || !cursor.Skip(RecordFormat.ActorMember)
            || !cursor.TakeText(out var actor) || !cursor.Skip("\""u8))
        {
            return false;
        }

        Range? key = null;
        if (cursor.Skip(RecordFormat.KeyMember))
        {
            if (!cursor.TakeText(out var text))
            {
                return false;
            }

            key = text;
            cursor.At++;
        }

        var chainMember = line.Length - RecordFormat.TrailerLength - RecordFormat.ChainMemberLength;
        if (chainMember < cursor.At || !line[chainMember..].StartsWith(RecordFormat.ChainMember))
        {
            return false;
        }

        var body = FindBody(line[..chainMember]);
        var payloadEnd = body is { } member ? member.Start.Value - BodyHashLength : chainMember;
        if (payloadEnd < cursor.At)
        {
            return false;
        }

        layout = new RecordLayout
        {
            Id = id.Start.Value,
            Kind = kind,
            Actor = actor,
            Key = key,
            Payload = cursor.At..payloadEnd,
            BodyMember = body,
            Chain = chainMember + RecordFormat.ChainMember.Length,
        };
        return true;
    }

    /// <summary>
    /// The member <c>,"body":"…"</c> is the last thing before the chain, where <paramref name="line"/> is cut. Its name with unescaped quotes cannot occur within a string; within a
    /// nested object it can, but then at least one brace follows, so the text does not end where the chain begins.
    /// </summary>
    public static Range? FindBody(ReadOnlySpan<byte> line)
    {
        var hash = line.LastIndexOf(RecordFormat.BodyHashMember);
        if (hash < 0)
        {
            return null;
        }

        var member = hash + BodyHashLength;
        if (member > line.Length || !line[member..].StartsWith(RecordFormat.BodyMember))
        {
            return null;
        }

        var cursor = new LineCursor(line) { At = member + RecordFormat.BodyMember.Length };
        return cursor.TakeText(out _) && cursor.At == line.Length - 1 ? member..line.Length : null;
    }
}

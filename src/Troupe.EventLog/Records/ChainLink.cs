namespace Troupe.EventLog;

/// <summary>
/// Ties every record to the one before it: the first 16 bytes of the SHA-256 of that record without its body and checksum,
/// so that a body can be redacted (its hash stays) while a rewritten history shows.
/// </summary>
internal static class ChainLink
{
    /// <summary>32 hex digits: what the record after <paramref name="line"/> carries as <c>prev</c>.</summary>
    public static byte[] After(ReadOnlySpan<byte> line, Range? bodyMember) => End(Begin(line[..^RecordFormat.TrailerLength], bodyMember));

    /// <summary>Takes in the first part of a record, which holds the body if there is one.</summary>
    public static Sha256Hasher Begin(ReadOnlySpan<byte> head, Range? bodyMember)
    {
        var hasher = new Sha256Hasher();
        if (bodyMember is { } body)
        {
            hasher.Append(head[..body.Start]);
            head = head[body.End..];
        }

        hasher.Append(head);
        return hasher;
    }

    /// <summary>The chain value after a record of which all but the checksum was taken in. The hasher is spent afterwards.</summary>
    public static byte[] End(Sha256Hasher hasher)
    {
        hasher.Append("}"u8);
        Span<byte> digest = stackalloc byte[Sha256Hasher.DigestLength];
        hasher.Finish(digest);
        var digits = new byte[2 * RecordFormat.ChainLength];
        HexDigits.Write(digest[..RecordFormat.ChainLength], digits);
        return digits;
    }
}

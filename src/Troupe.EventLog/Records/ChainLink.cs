namespace Troupe.EventLog;

/// <summary>
/// Ties every record to the one before it: the first 16 bytes of the SHA-256 of that record without its body and checksum,
/// so that a body can be redacted (its hash stays) while a rewritten history shows.
/// </summary>
internal static class ChainLink
{
    /// <summary>32 hex digits: what the record after <paramref name="line"/> carries as <c>prev</c>.</summary>
    public static byte[] After(ReadOnlySpan<byte> line, Range? bodyMember)
    {
        var hasher = new Sha256Hasher();
        var rest = line[..^RecordFormat.TrailerLength];
        if (bodyMember is { } body)
        {
            hasher.Append(rest[..body.Start]);
            rest = rest[body.End..];
        }

        hasher.Append(rest);
        hasher.Append("}"u8);
        Span<byte> digest = stackalloc byte[Sha256Hasher.DigestLength];
        hasher.Finish(digest);
        var digits = new byte[2 * RecordFormat.ChainLength];
        HexDigits.Write(digest[..RecordFormat.ChainLength], digits);
        return digits;
    }
}

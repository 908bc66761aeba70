namespace Troupe.EventLog;

/// <summary>
/// Finds records in bytes that are not one line, one record: a record torn by a crash fuses with the next, good one; a
/// damaged newline fuses two good ones.
/// </summary>
internal static class Salvage
{
    /// <summary>The first valid record that begins before <paramref name="startsBefore"/>; null when there is none.</summary>
    public static Range? FirstRecord(ReadOnlySpan<byte> bytes, int startsBefore)
    {
        var start = 0;
        while (start < startsBefore)
        {
            var opening = bytes[start..].IndexOf(RecordFormat.Opening);
            if (opening < 0 || start + opening >= startsBefore)
            {
                return null;
            }

            start += opening;
            if (EndOfRecord(bytes[start..]) is { } length)
            {
                return start..(start + length);
            }

            start++;
        }

        return null;
    }

    private static int? EndOfRecord(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, RecordFormat.MaxLength)];
        var searched = 0;
        while (true)
        {
            var trailer = bytes[searched..].IndexOf(RecordFormat.ChecksumMember);
            var end = searched + trailer + RecordFormat.TrailerLength;
            if (trailer < 0 || end > bytes.Length)
            {
                return null;
            }

            if (RecordCheck.Of(bytes[..end]) != RecordVerdict.Invalid)
            {
                return end;
            }

            searched += trailer + 1;
        }
    }
}

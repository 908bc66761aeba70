namespace Troupe.EventLog;

/// <summary>The one form of a record's timestamp, <c>2026-01-11T09:06:00.000Z</c>, read without the clockwork for all other forms.</summary>
internal static class RecordTimestamp
{
    private static ReadOnlySpan<byte> Form => "0000-00-00T00:00:00.000Z"u8;

    /// <exception cref="FormatException">Another form, or no such moment.</exception>
    public static DateTimeOffset Parse(ReadOnlySpan<byte> text)
    {
        if (!HasForm(text))
        {
            throw NoMoment();
        }

        try
        {
            return new DateTimeOffset(
                Number(text[..4]), Number(text[5..7]), Number(text[8..10]),
                Number(text[11..13]), Number(text[14..16]), Number(text[17..19]), Number(text[20..23]), TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw NoMoment();
        }
    }

    /// <summary>Writes the first bytes of a span.</summary>
    public static void Write(DateTimeOffset moment, Span<byte> into)
    {
        var utc = moment.UtcDateTime;
        Form.CopyTo(into);
        WriteNumber(utc.Year, into[..4]);
        WriteNumber(utc.Month, into[5..7]);
        WriteNumber(utc.Day, into[8..10]);
        WriteNumber(utc.Hour, into[11..13]);
        WriteNumber(utc.Minute, into[14..16]);
        WriteNumber(utc.Second, into[17..19]);
        WriteNumber(utc.Millisecond, into[20..23]);
    }

    private static void WriteNumber(int number, Span<byte> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10)
        {
            digits[i] = (byte)('0' + (number % 10));
        }
    }

    private static bool HasForm(ReadOnlySpan<byte> text)
    {
        if (text.Length != Form.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (Form[i] == '0' ? !char.IsAsciiDigit((char)text[i]) : text[i] != Form[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (10 * number) + digit - '0';
        }

        return number;
    }

    private static FormatException NoMoment() => new("The record's timestamp is none.");
}

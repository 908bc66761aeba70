using System.Globalization;

namespace Troupe.Core;

/// <summary>A moment as every record, file and answer has it: UTC, to the millisecond, such as <c>2026-01-11T09:06:00.000Z</c>.</summary>
public static class UtcText
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text has another form.</exception>
    public static DateTimeOffset Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{Printable.Escape(text)}' is no moment like 2026-01-11T09:06:00.000Z.");

    /// <summary>Null for a text of another form.</summary>
    public static DateTimeOffset? TryParse(string text) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}

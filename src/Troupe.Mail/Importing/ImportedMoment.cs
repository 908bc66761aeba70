using System.Globalization;

namespace Troupe.Mail;

/// <summary>A moment in the form that records use: UTC, milliseconds.</summary>
public static class ImportedMoment
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null for a text of another form: a wrong date must not make a message vanish.</summary>
    public static DateTimeOffset? TryRead(string text) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}

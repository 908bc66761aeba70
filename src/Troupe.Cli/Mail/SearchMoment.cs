using System.Globalization;
using Troupe.Core;

namespace Troupe.Cli.Mail;

/// <summary>A moment as somebody types it: a day, a day with a time, or how long ago. All in UTC, as everything that is shown.</summary>
internal static class SearchMoment
{
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    public static DateTimeOffset Since(string text, DateTimeOffset now) => Day(text) ?? TimeOrAge("--since", text, now);

    /// <summary>A day is meant with all of its hours.</summary>
    public static DateTimeOffset Until(string text, DateTimeOffset now) => Day(text)?.AddDays(1) ?? TimeOrAge("--until", text, now);

    private static DateTimeOffset? Day(string text) => Parse(text, "yyyy-MM-dd");

    private static DateTimeOffset TimeOrAge(string option, string text, DateTimeOffset now) =>
        Parse(text, Times) ?? (Age(text) is { } age ? now - age : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"{option} takes a day (2026-01-11), a time (2026-01-11T09:06, in UTC) or an age (30m, 12h, 7d, 2w), not '{Printable.Escape(text)}'."));

    private static DateTimeOffset? Parse(string text, params string[] forms) =>
        DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static TimeSpan? Age(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
        {
            return null;
        }

        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7 * count),
            _ => null,
        };
    }
}

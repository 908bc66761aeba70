using System.Globalization;

namespace Troupe.Core;

/// <summary>How old something is, in whole days: <c>180d</c>. What is younger than a day is never to be forgotten by itself.</summary>
public static class SettingAge
{
    internal const string Off = "off";
    private const int MostDays = 36_500;

    /// <summary>From one day to a hundred years.</summary>
    public static bool TryParse(string text, out TimeSpan age)
    {
        var days = 0;
        var valid = text.EndsWith('d') && int.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MostDays;
        age = valid ? TimeSpan.FromDays(days) : default;
        return valid;
    }

    public static string Format(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays}d");
}

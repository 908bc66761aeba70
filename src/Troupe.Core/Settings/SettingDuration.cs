using System.Globalization;
using System.Text;

namespace Troupe.Core;

/// <summary>Durations as people write them: <c>90s</c>, <c>60m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
public static class SettingDuration
{
    /// <summary>30 days: more than any session takes, and less than a timer can count.</summary>
    public const long LongestSeconds = 30 * 24 * 60 * 60;

    private static readonly (char Unit, long Seconds)[] Units = [('d', 24 * 60 * 60), ('h', 60 * 60), ('m', 60), ('s', 1)];

    /// <summary>Numbers with units, the larger unit first, each unit once; above zero and at most 30 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        long total = 0;
        var nextUnit = 0;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            var unit = digits > 0 ? Array.FindIndex(Units, nextUnit, new UnitMatch(rest[digits]).IsIt) : -1;
            if (unit < 0 || !long.TryParse(rest[..digits], NumberStyles.None, null, out var count) || count > LongestSeconds)
            {
                duration = default;
                return false;
            }

            total += count * Units[unit].Seconds;
            nextUnit = unit + 1;
            rest = rest[(digits + 1)..];
        }

        var valid = total is > 0 and <= LongestSeconds;
        duration = valid ? TimeSpan.FromSeconds(total) : default;
        return valid;
    }

    /// <summary>The shortest form in whole minutes or more, such as <c>90m</c>; seconds where it does not come out even.</summary>
    public static string Format(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        return seconds % 60 == 0 ? $"{seconds / 60}m" : Parts(seconds);
    }

    private static string Parts(long seconds)
    {
        var text = new StringBuilder();
        foreach (var (unit, length) in Units.Where(unit => unit.Unit is 'm' or 's'))
        {
            if (seconds >= length)
            {
                text.Append(seconds / length).Append(unit);
                seconds %= length;
            }
        }

        return text.ToString();
    }

    private readonly struct UnitMatch(char name)
    {
        public bool IsIt((char Unit, long Seconds) unit) => unit.Unit == name;
    }
}

using System.Globalization;

namespace Troupe.Core;

/// <summary>Sizes as people write them: <c>512KiB</c>, <c>16MiB</c>, <c>1GiB</c>.</summary>
public static class SettingSize
{
    private static readonly (string Unit, long Bytes)[] Units = [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("B", 1)];

    /// <summary>A whole number above zero and a unit.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        foreach (var (unit, length) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                var valid = long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, null, out var count)
                    && count > 0 && count <= long.MaxValue / length;
                bytes = valid ? count * length : 0;
                return valid;
            }
        }

        bytes = 0;
        return false;
    }

    public static string Format(long bytes)
    {
        var (unit, length) = Units.First(unit => bytes % unit.Bytes == 0);
        return $"{bytes / length}{unit}";
    }
}

using System.Globalization;

namespace Troupe.EndToEnd;

/// <summary>How much more than usual the slow suites do.</summary>
internal static class Stress
{
    public static int Factor { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("TROUPE_STRESS"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor)
            ? Math.Max(1, factor)
            : 1;
}

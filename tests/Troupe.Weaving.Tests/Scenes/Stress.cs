using System.Globalization;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>How large the slow suites are: TROUPE_STRESS multiplies.</summary>
internal static class Stress
{
    public static int Times(int count) =>
        count * (int.TryParse(Environment.GetEnvironmentVariable("TROUPE_STRESS"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) ? Math.Max(1, factor) : 1);
}

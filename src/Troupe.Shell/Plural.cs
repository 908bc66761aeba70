using System.Globalization;

namespace Troupe.Shell;

/// <summary>A number with what it counts.</summary>
public static class Plural
{
    public static string Of(long count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several ?? one + "s")}");
}
